//! Finding terms in running text: what is found, and where.

use plan_widgets::view::marking::{Finder, Match};
use proptest::prelude::*;

/// What each case is about, the terms, what is to be left alone, a text with what is found in brackets.
const CASES: &[(&str, &[&str], &[&str], &str)] = &[
    ("a term in a sentence", &["五龙入湛"], &[], "推进[五龙入湛]铁路"),
    ("a term that is the whole text", &["五龙入湛"], &[], "[五龙入湛]"),
    ("twice in a row", &["双区"], &[], "[双区][双区]"),
    ("nothing", &["双区"], &[], "双 区"),
    ("no text", &["双区"], &[], ""),
    ("no terms", &[], &[], "双区"),
    ("a name of nothing is none", &["", " "], &[], "双 区"),
    // Longest first.
    ("the longer of two that begin alike", &["三个", "三个一"], &[], "[三个一]工程"),
    ("the shorter where the longer isn't", &["三个", "三个一"], &[], "[三个]二"),
    ("the longer of two that overlap, though it begins later", &["甲乙", "乙丙丁"], &[], "甲[乙丙丁]"),
    ("what is left next to it", &["甲", "甲乙", "乙丙丁"], &[], "[甲][乙丙丁]"),
    ("of two as long the first", &["甲乙", "乙丙"], &[], "[甲乙]丙"),
    ("a term inside another", &["丙", "乙丙丁"], &[], "甲[乙丙丁][丙]"),
    ("a chain of overlaps", &["一二", "二三四", "四五"], &[], "一[二三四]五"),
    // Phrases that are none.
    ("a longer phrase that is left alone", &["三个一"], &["三个一批"], "三个一批，[三个一]"),
    ("a phrase that begins before", &["双区"], &["单双区"], "单双区和[双区]"),
    // Numbers and Latin letters end where words do.
    ("digits with plus signs", &["2+7+18"], &[], "构建“[2+7+18]”体系"),
    ("a number that begins before", &["35+500"], &[], "135+500"),
    ("a number that goes on", &["35+500"], &[], "35+5000"),
    ("a sum that begins before", &["1+1+9"], &[], "2+1+1+9"),
    ("a sum that goes on", &["1+1+9"], &[], "1+1+9+3"),
    ("a decimal that goes on", &["35+500"], &[], "35+500.5"),
    ("a full stop ends it", &["35+500"], &[], "[35+500]. Next"),
    ("a unit ends it in Chinese", &["35+500"], &[], "[35+500]千伏"),
    ("a letter doesn't", &["35+500"], &[], "35+500kV"),
    ("part of a word", &["port"], &[], "airport, porter, [port]"),
    ("part of a word with accents", &["port"], &[], "porté, éport"),
    ("next to an underscore", &["port"], &[], "port_no"),
    ("next to Chinese", &["port"], &[], "[port]港"),
    ("before a hyphen", &["port"], &[], "[port]-based"),
    ("before an apostrophe", &["port"], &[], "the [port]’s"),
    // What makes no difference.
    ("full-width digits and signs", &["2+7+18"], &[], "“[２＋７＋１８]”"),
    ("full-width digits that go on", &["35+500"], &[], "35+500０"),
    ("case", &["Dual Zones"], &[], "the [dual zones], [DUAL ZONES]"),
    ("a line end for a space", &["Dual Zones"], &[], "the [Dual\n    Zones]"),
    ("a no-break space", &["Dual Zones"], &[], "[Dual\u{a0}Zones]"),
    ("a no-break hyphen", &["Sub-centre"], &[], "[Sub\u{2011}centre]"),
    ("quotation marks of other kinds", &["“双区”建设"], &[], "[「双区」建设]、[\"双区\"建设]"),
    ("quotation marks around", &["双区"], &[], "“[双区]”、「[双区]」、'[双区]'"),
    // What nobody sees.
    ("a soft hyphen in a word", &["Three Ones"], &[], "the [Th\u{ad}ree Ones]"),
    ("a soft hyphen between words", &["Three Ones"], &[], "the [Three\u{ad} Ones], [Three \u{ad} Ones]"),
    ("a zero-width space", &["三个一"], &[], "推行[三\u{200b}个一]"),
    ("a word joiner", &["三个一"], &[], "推行[三\u{2060}个\u{2060}一]"),
    ("joiners and non-joiners of letters", &["三个一"], &[], "[三\u{200d}个\u{200c}一]"),
    ("marks of direction, and a byte order mark", &["三个一"], &[], "[三\u{200e}个\u{feff}一]"),
    ("several in a row", &["35+500"], &[], "[35\u{2060}\u{ad}+\u{200b}500]"),
    ("around a term they are not its", &["双区"], &[], "\u{200b}[双区]\u{ad}，\u{200d}[双区]\u{200d}"),
    ("in the name itself", &["Th\u{ad}ree\u{200b} Ones"], &[], "[Three Ones]"),
    ("a name of nothing else is none", &["\u{ad}\u{200b}"], &[], "双\u{ad}\u{200b}区"),
    ("a word that goes on behind one", &["port"], &[], "port\u{ad}er, air\u{ad}port, [port]\u{ad}"),
    (
        "a number that goes on behind one",
        &["35+500"],
        &[],
        "35+500\u{200b}0, 1\u{2060}35+500, 35+500.\u{2060}5",
    ),
    ("a mark that one stands before", &["双区"], &[], "双区\u{ad}\u{301}"),
    ("a longer name with one wins", &["三个一"], &["三个一批"], "三个\u{ad}一批"),
    // More than one unit or character for one.
    ("surrogate pairs before it", &["双区"], &[], "𠮷𠮷[双区]"),
    ("surrogate pairs in it", &["𠮷野"], &[], "在[𠮷野]家"),
    ("low halves alike are not the same", &["𠮷"], &[], "\u{30bb7}"),
    ("a combining mark after it belongs to it", &["cafe"], &[], "cafe\u{301}"),
    (
        "composed or not",
        &["café", "가나"],
        &[],
        "[cafe\u{301}], [CAFE\u{301}] [\u{1100}\u{1161}\u{1102}\u{1161}]",
    ),
    ("behind what is not composed", &["port"], &[], "cafe\u{301} [port] \u{1112}\u{1161}\u{11ab} [port]"),
    ("a variation selector after it, likewise", &["双区"], &[], "双区\u{e0100}，[双区]"),
    ("a combining mark within it", &["双区"], &[], "双\u{301}区"),
    ("between texts", &["双区"], &[], "双\0区"),
    // Case and forms of letters.
    ("capitals with marks", &["État"], &[], "l’[état], d'[ÉTAT], [État]"),
    ("capitals of Cyrillic", &["береговое"], &[], "[Береговое], [БЕРЕГОВОЕ]"),
    ("capitals of Greek, and sigma at the end", &["λιμένας"], &[], "[ΛΙΜΈΝΑΣ], [ΛΙΜΕΝΑΣ], [Λιμένας], λιμένα"),
    ("Greek with all its marks", &["Ἀθῆναι", "ᾠδή"], &[], "[ΑΘΗΝΑΙ], [ἀθῆναι], [ᾨδή], [ΩΙΔΗ], [ἈΘΗ͂ΝΑΙ]"),
    ("letters of Turkish that are i to others", &["ışık"], &[], "[ışık], isik, [ıŞık], [IŞIK], [İŞİK]"),
    (
        "Turkish capitals",
        &["İstanbul", "Diyarbakır"],
        &[],
        "[istanbul], [İSTANBUL], [ISTANBUL], [i\u{307}stanbul], [DİYARBAKIR]",
    ),
    (
        "capitals of more letters than one",
        &["Straße", "ﬁnance"],
        &[],
        "die [STRASSE], [Strasse], [STRAẞE] [Finance] [ﬁnance]",
    ),
    ("behind letters that grow", &["Hafen"], &[], "Straße [HAFEN], ŉ ﬃ և ΐ İ [Hafen]"),
    ("Mtavruli of Georgian", &["ნავსადგური"], &[], "[ნავსადგური], [ᲜᲐᲕᲡᲐᲓᲒᲣᲠᲘ]"),
    ("capitals of Cherokee", &["ᏣᎳᎩ"], &[], "[ᏣᎳᎩ], [ꮳꮃꭹ], [Ꮳꮃꭹ]"),
    ("capitals of Coptic, Glagolitic, Adlam, Deseret", &["ⲁⲃ", "ⰰⰱ", "𞤀𞤣", "𐐨𐐩"], &[], "[ⲀⲂ] [ⰀⰁ] [𞤢𞤣] [𐐀𐐁]"),
    ("capitals of Vietnamese and Romanian", &["Đường", "Țară"], &[], "[ĐƯỜNG], [țară]"),
    ("capitals of Armenian and Georgian", &["նավահանգիստ"], &[], "[Նավահանգիստ], [ՆԱՎԱՀԱՆԳԻՍՏ]"),
    ("times is no capital of divided", &["3×4"], &[], "3÷4, [3×4]"),
    ("points of Arabic, and tatweel", &["ميناء"], &[], "[مِينَاءٌ]، [مينـــاء]، [ميناء]"),
    ("points in the name", &["مِيناء"], &[], "[ميناء]"),
    ("forms of alef", &["الإدارة", "اثر"], &[], "[الادارة]، [أثر]، [آثر]"),
    ("points of Hebrew", &["נמל"], &[], "[נָמֵל]־, [נמל]"),
    // Words of writing with spaces.
    ("part of a Russian word", &["порт"], &[], "[порт], порты, аэропорт, портовый"),
    ("a German compound is another word", &["Hafen"], &[], "[Hafen], Hafenstrom, Seehafen"),
    (
        "a possessive, an article",
        &["port", "ports", "eau"],
        &[],
        "the [port]'s, the [ports]’, l'[eau], l’[eau], d'eaux",
    ),
    ("Hindi: a vowel sign goes on", &["नगर"], &[], "[नगर] नगरी महानगर [नगर]।"),
    (
        "Tamil, Georgian, Armenian, Ethiopic",
        &["நகர", "ნავ", "նավ", "ወደ"],
        &[],
        "நகரம், [நகர] ნავი [ნავ] նավն [նավ]։ ወደብ [ወደ]፡",
    ),
    ("Tibetan: syllables", &["བོད"], &[], "[བོད]་ཡིག བོདའི"),
    ("Arabic: part of a word", &["ميناء"], &[], "[ميناء] ميناءين اميناء سميناء"),
    (
        "Arabic: what is written before a word",
        &["الميناء"],
        &[],
        "[الميناء] و[الميناء] ب[الميناء]، فب[الميناء] كال ل[لميناء] ول[لميناء]، وَ[المِيناءُ]",
    ),
    (
        "Arabic: with its article",
        &["ميناء"],
        &[],
        "ال[ميناء] وال[ميناء] لل[ميناء] لِل[ميناء] ب[ميناء] واميناء",
    ),
    ("Arabic: not before a short one", &["لب"], &[], "[لب] كلب"),
    ("Hebrew: what is written before a word", &["נמל"], &[], "ה[נמל] וב[נמל] כשה[נמל] רנמל נמלים"),
    ("Hebrew: not before a short one", &["ים"], &[], "[ים] מים הים"),
    ("Korean: particles follow", &["항만"], &[], "[항만]을 [항만]에서 신항만 ([항만])"),
    ("a word of another script follows", &["OPS"], &[], "[OPS]를 بـ[OPS] [OPS]和 OPSx"),
    // Writing without them.
    ("Thai: marks belong to letters", &["ทา"], &[], "[ทา]ง [ทา]เรือ ทา่ ท่า"),
    ("Khmer: what is stacked belongs to what it stands under", &["ក", "ម"], &[], "[ម]ន ក្ម"),
    ("Japanese: a mark of voice belongs to its letter", &["か"], &[], "[か]き か\u{3099}"),
    ("an accent of another letter", &["port"], &[], "e\u{301}port"),
];

/// `text` without its brackets, and what they are around, in UTF-16 code units.
fn bracketed(text: &str) -> (String, Vec<(usize, usize)>) {
    let (mut plain, mut ranges, mut start) = (String::new(), Vec::new(), 0);
    for c in text.chars() {
        let at = plain.encode_utf16().count();
        match c {
            '[' => start = at,
            ']' => ranges.push((start, at)),
            c => plain.push(c),
        }
    }
    (plain, ranges)
}

fn finder(terms: &[&str], others: &[&str]) -> Finder {
    Finder::new(terms.iter().enumerate().map(|(index, name)| (*name, index)), others.iter().copied())
}

#[test]
fn finds() {
    for (about, terms, others, text) in CASES {
        let (plain, expected) = bracketed(text);
        let found = finder(terms, others).find(&plain);
        let ranges: Vec<_> = found.iter().map(|found| (found.start, found.end)).collect();
        assert_eq!(ranges, expected, "{about}: {text}");
    }
}

#[test]
fn a_name_of_several_terms_is_the_firsts() {
    let finder = Finder::new([("双区", 3), ("Dual Zones", 3), ("双区", 5)], []);
    let terms: Vec<_> = finder.find("双区, dual zones").iter().map(|found| found.term).collect();
    assert_eq!(terms, [3, 3]);
}

#[test]
fn a_further_name_takes_no_first_one() {
    let finder = Finder::new([("电", 0), ("OPS", 0), ("shore", 0), ("ops", 1), ("shore", 1)], []);
    let terms: Vec<_> = finder.find("OPS, shore").iter().map(|found| found.term).collect();
    assert_eq!(terms, [1, 0]);
}

/// What every letter is found by: itself, its capital and its title case, where the whole of one is the other's.
#[test]
fn a_letter_is_found_by_its_capital() {
    for c in ('a'..'\u{1f000}').filter(|c| c.is_lowercase()) {
        let capital: String = c.to_uppercase().collect();
        if capital == c.to_string() {
            continue;
        }
        let (name, text) = (format!("{c}{c}"), format!("{capital}{c}"));
        let found = finder(&[&name], &[]).find(&text);
        let whole = found.first().map(|found| (found.start, found.end));
        assert_eq!(whole, Some((0, text.encode_utf16().count())), "{c} {capital}");
    }
}

/// In scripts whose words are parted by spaces, no name ends or begins beside another letter.
#[test]
fn words_of_many_scripts_are_whole() {
    let words = [
        "вокзал",
        "λιμάνι",
        "նավահանգիստ",
        "ნავსადგური",
        "مدينة",
        "מדינה",
        "बंदरगाह",
        "বন্দর",
        "ਬੰਦਰਗਾਹ",
        "બંદર",
        "ବନ୍ଦର",
        "துறைமுகம்",
        "ఓడరేవు",
        "ಬಂದರು",
        "തുറമുഖം",
        "වරාය",
        "ወደብ",
        "ᏣᎳᎩ",
        "боомт",
        "ᠮᠣᠩᠭᠣᠯ",
        "ܠܡܐܢܐ",
        "ބަނދަރު",
    ];
    for word in words {
        let chars: Vec<char> = word.chars().collect();
        let whole = finder(&[word], &[]);
        assert_eq!(whole.find(&format!("{word}, ({word})")).len(), 2, "{word}");
        for outer in [chars[0], chars[1]].into_iter().filter(|c| c.is_alphabetic()) {
            assert_eq!(whole.find(&format!("{word}{outer}")), [], "{word} before {outer}");
            if !"وفبكلالולכשמבלכה".contains(outer) {
                assert_eq!(whole.find(&format!("{outer}{word}")), [], "{word} behind {outer}");
            }
        }
    }
}

/// By trying everything everywhere.
fn slowly(terms: &[String], text: &str) -> Vec<Match> {
    let text: Vec<char> = text.chars().collect();
    let mut all: Vec<(usize, usize, usize)> = Vec::new();
    for start in 0..text.len() {
        for (term, name) in terms.iter().enumerate() {
            let name: Vec<char> = name.chars().collect();
            if text[start..].starts_with(&name)
                && !all.iter().any(|one| (one.0, one.1) == (start, name.len()))
            {
                all.push((start, name.len(), term));
            }
        }
    }
    all.sort_by_key(|(start, length, _)| (usize::MAX - length, *start));
    let mut taken: Vec<(usize, usize, usize)> = Vec::new();
    for one in all {
        if taken.iter().all(|other| one.0 + one.1 <= other.0 || other.0 + other.1 <= one.0) {
            taken.push(one);
        }
    }
    taken.sort_unstable();
    taken.into_iter().map(|(start, length, term)| Match { start, end: start + length, term }).collect()
}

proptest! {
    #[test]
    fn as_by_trying_everything(terms in prop::collection::vec("[甲乙丙]{1,4}", 0..6), text in "[甲乙丙丁]{0,24}") {
        let names: Vec<&str> = terms.iter().map(String::as_str).collect();
        prop_assert_eq!(finder(&names, &[]).find(&text), slowly(&terms, &text));
    }

    #[test]
    fn matches_are_apart_and_in_the_text(terms in prop::collection::vec(".{0,4}", 0..6), text in ".{0,40}") {
        let names: Vec<&str> = terms.iter().map(String::as_str).collect();
        let found = finder(&names, &[]).find(&text);
        prop_assert!(found.windows(2).all(|two| two[0].end <= two[1].start));
        prop_assert!(found.iter().all(|one| one.start < one.end && one.end <= text.encode_utf16().count()));
    }
}
