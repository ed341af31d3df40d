//! A source map for a module: from an offset in its file to the line of Rust, out of the DWARF that the compiler left.
//! Browsers show the sources by it, and name lines in traces.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::PathBuf,
};

use anyhow::{Context, Result, ensure};
use gimli::{ColumnType, Dwarf, EndianSlice, LittleEndian};
use sourcemap::SourceMapBuilder;
use wasmparser::{Parser, Payload};

use crate::root;

/// The custom section that names a module's source map.
const SECTION: &str = "sourceMappingURL";

type Slice<'a> = EndianSlice<'a, LittleEndian>;

/// A position in a source: the file, and line and column counted from 0.
type Position = (PathBuf, u32, u32);

/// The source map of a module, with the sources that are on this machine in it.
///
/// # Errors
/// When the module has no lines, or they can't be read.
pub fn source_map(wasm: &[u8]) -> Result<String> {
    let mut code = None;
    let mut sections = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::CodeSectionStart { range, .. } => code = Some(range.start),
            Payload::CustomSection(section) => {
                sections.insert(section.name().to_owned(), section.data());
            }
            _ => {}
        }
    }
    // Addresses in DWARF are counted from the contents of the code section, offsets in the map from the file's start.
    let code = code.context("the module has no code")?;
    let data = |name: &str| sections.get(name).copied().unwrap_or_default();
    let dwarf = Dwarf::load(|id| Ok::<_, gimli::Error>(EndianSlice::new(data(id.name()), LittleEndian)))?;
    let positions = positions(&dwarf)?;
    ensure!(!positions.is_empty(), "the module has no lines of its source");

    let mut map = SourceMapBuilder::new(None);
    let mut sources = HashMap::new();
    for (address, (file, line, column)) in positions {
        let source = *sources.entry(file).or_insert_with_key(|file| {
            let id = map.add_source(&file.strip_prefix(root()).unwrap_or(file).to_string_lossy());
            map.set_source_contents(id, fs::read_to_string(file).ok().as_deref());
            id
        });
        let offset = u32::try_from(address + code as u64)?;
        map.add_raw(0, offset, line, column, Some(source), None, false);
    }
    let mut out = Vec::new();
    map.into_sourcemap().to_writer(&mut out)?;
    Ok(String::from_utf8(out)?)
}

/// The position in a source of every address that a line begins at.
fn positions(dwarf: &Dwarf<Slice>) -> Result<BTreeMap<u64, Position>> {
    let mut positions = BTreeMap::new();
    let mut units = dwarf.units();
    while let Some(header) = units.next()? {
        let unit = dwarf.unit(header)?;
        let Some(program) = unit.line_program.clone() else { continue };
        let mut rows = program.rows();
        while let Some((header, row)) = rows.next_row()? {
            let (Some(file), Some(line)) = (row.file(header), row.line()) else { continue };
            if row.end_sequence() {
                continue;
            }
            let text = |value| {
                Ok::<_, gimli::Error>(dwarf.attr_string(&unit, value)?.to_string_lossy().into_owned())
            };
            // Each may be absolute, and is relative to the one before otherwise.
            let mut path = PathBuf::from(
                unit.comp_dir.map(|dir| dir.to_string_lossy().into_owned()).unwrap_or_default(),
            );
            if let Some(folder) = file.directory(header) {
                path.push(text(folder)?);
            }
            path.push(text(file.path_name())?);
            let column = match row.column() {
                ColumnType::LeftEdge => 0,
                ColumnType::Column(column) => column.get() - 1,
            };
            let position = (path, u32::try_from(line.get() - 1)?, u32::try_from(column)?);
            positions.insert(row.address(), position);
        }
    }
    Ok(positions)
}

/// `wasm` with the URL of its source map.
#[must_use]
pub fn with_map(mut wasm: Vec<u8>, url: &str) -> Vec<u8> {
    let mut contents = Vec::new();
    for text in [SECTION, url] {
        contents.extend(leb(text.len()));
        contents.extend(text.bytes());
    }
    wasm.push(0);
    wasm.extend(leb(contents.len()));
    wasm.extend(contents);
    wasm
}

/// An unsigned number as WebAssembly writes it: seven bits a byte, the lowest first.
fn leb(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by it, at the right line")]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_leb() {
        for (number, bytes) in
            [(0, vec![0]), (127, vec![127]), (128, vec![0x80, 1]), (624_485, vec![0xe5, 0x8e, 0x26])]
        {
            assert_eq!(leb(number), bytes, "{number}");
        }
    }

    #[test]
    fn a_module_names_its_map() {
        let wasm = with_map(b"\0asm\x01\0\0\0".to_vec(), "a.map");
        let sections: Vec<_> = Parser::new(0).parse_all(&wasm).map(Result::unwrap).collect();
        let url = sections.iter().find_map(|payload| match payload {
            Payload::CustomSection(section) => Some((section.name(), section.data())),
            _ => None,
        });
        assert_eq!(url, Some((SECTION, &b"\x05a.map"[..])));
    }

    #[test]
    fn a_module_without_lines_is_named() {
        assert!(source_map(b"\0asm\x01\0\0\0").unwrap_err().to_string().contains("no code"));
    }
}
