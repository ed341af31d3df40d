//! XML as opening tags, closing tags and texts; and the archive that it is packed in.

use std::io::{Cursor, Read};

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};
use zip::{ZipArchive, result::ZipError};

use crate::{
    findings::{Code, Refusal},
    table::MOST_BYTES,
};

/// A file that holds others.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// How many more bytes are unpacked.
    left: u64,
}

impl<'a> Archive<'a> {
    /// Opens one.
    ///
    /// # Errors
    /// When it is broken.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        Ok(Archive { zip, left: MOST_BYTES as u64 })
    }

    /// Whether it has a file of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The names of its files that end so, but those of a system: at most so many.
    #[must_use]
    pub fn names(&self, most: usize, ends: &[&str]) -> Vec<String> {
        let is_own = |name: &String| {
            let end = name.rsplit_once('.').map_or("", |(_, end)| end).to_lowercase();
            ends.contains(&&*end) && !name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX")
        };
        let mut names: Vec<String> =
            self.zip.file_names().flatten().map(Into::into).filter(is_own).take(most).collect();
        names.sort_unstable();
        names
    }

    /// A file in it, or nothing where there is none.
    ///
    /// # Errors
    /// When it can't be unpacked, is protected, or all together become too large.
    pub fn read(&mut self, name: &str) -> Result<Vec<u8>, Refusal> {
        let file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(Vec::new()),
            Err(error) => return Err(broken(&error)),
        };
        let mut bytes = Vec::new();
        // What it says of its size may be a lie.
        let read = file.take(self.left + 1).read_to_end(&mut bytes);
        read.map_err(|error| Refusal::new(Code::Broken, &[&error.to_string()]))?;
        let length = bytes.len() as u64;
        if length > self.left {
            let limit = format!("{} MB", MOST_BYTES / 1_000_000);
            return Err(Refusal::new(Code::TooLarge, &[name, &limit]));
        }
        self.left -= length;
        Ok(bytes)
    }
}

fn broken(error: &ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(what) if what.contains("assword") => Refusal::new(Code::Locked, &[]),
        ZipError::InvalidPassword => Refusal::new(Code::Locked, &[]),
        error => Refusal::new(Code::Broken, &[&error.to_string()]),
    }
}

/// A piece of XML.
pub enum Piece {
    /// An opening tag: its name and its attributes, all without the prefix.
    Open(String, Vec<(String, String)>),
    /// A closing tag.
    Close(String),
    /// A text between tags.
    Text(String),
}

/// Goes through XML, piece by piece.
///
/// # Errors
/// When it isn't well-formed, or `each` has enough.
pub fn walk(bytes: &[u8], each: &mut dyn FnMut(Piece) -> Result<(), Refusal>) -> Result<(), Refusal> {
    let text =
        std::str::from_utf8(bytes).map_err(|error| Refusal::new(Code::Broken, &[&error.to_string()]))?;
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    loop {
        let event = reader.read_event().map_err(|error| Refusal::new(Code::Broken, &[&error.to_string()]))?;
        let piece = match event {
            Event::Start(tag) => Piece::Open(tag.local_name().as_ref().to_owned(), attributes(&tag)),
            Event::End(tag) => Piece::Close(tag.local_name().as_ref().to_owned()),
            Event::Text(text) => Piece::Text(text.xml10_content().into_owned()),
            Event::CData(text) => Piece::Text(text.xml10_content().into_owned()),
            Event::GeneralRef(name) => {
                let character = name.resolve_char_ref().ok().flatten().map(String::from);
                let known =
                    character.or_else(|| quick_xml::escape::resolve_predefined_entity(&name).map(Into::into));
                // Others would have to be defined, and definitions are not read.
                Piece::Text(known.unwrap_or_default())
            }
            Event::Eof => return Ok(()),
            _ => continue,
        };
        each(piece)?;
    }
}

fn attributes(tag: &BytesStart) -> Vec<(String, String)> {
    let mut all = tag.attributes();
    all.with_checks(false)
        .flatten()
        .map(|attribute| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or_default().into_owned();
            (attribute.key.local_name().as_ref().to_owned(), value)
        })
        .collect()
}

/// The value of an attribute; nothing where there is none.
#[must_use]
pub fn value<'a>(attributes: &'a [(String, String)], name: &str) -> &'a str {
    attributes.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}
