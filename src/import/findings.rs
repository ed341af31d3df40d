//! What is said of a file: what couldn't be carried over, what was decided, what has to be asked. By codes and parameters,
//! worded here in Chinese and English.

use plan_widgets::Lang;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Somebody has to look: it wasn't certain.
    Asked,
    /// It isn't in the plan.
    Lost,
    /// It is in the plan in another form.
    Changed,
}

impl Level {
    /// Its name, for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Level::Asked => "asked",
            Level::Lost => "lost",
            Level::Changed => "changed",
        }
    }
}

macro_rules! codes {
    ($($code:ident = $name:literal $level:ident: $zh:literal, $en:literal;)*) => {
        /// What a finding says. Its wordings have a hole for each parameter, by number from `{0}`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code {
            $(#[doc = $en] $code,)*
        }

        impl Code {
            /// Every code, in the order of their definition.
            pub const ALL: &[Code] = &[$(Code::$code,)*];

            /// Its name, for programs.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Code::$code => $name,)*
                }
            }

            /// How much it matters.
            #[must_use]
            pub fn level(self) -> Level {
                match self {
                    $(Code::$code => Level::$level,)*
                }
            }

            fn wordings(self) -> [&'static str; 2] {
                match self {
                    $(Code::$code => [$zh, $en],)*
                }
            }
        }
    };
}

codes! {
    // The file as a whole
    Format = "format" Lost: "不认识这种文件\u{ff0c}可用\u{ff1a}CSV\u{3001}TSV\u{3001}XLSX\u{3001}ODS\u{3001}TimelineJS 或 vis-timeline 的 JSON\u{3001}iCalendar\u{3001}Open SDG\u{3001}TBX\u{3001}SKOS\u{3001}Markdown",
        "this file is of no known format: CSV, TSV, XLSX, ODS, JSON of TimelineJS or vis-timeline, iCalendar, Open SDG, TBX, SKOS, Markdown are";
    OtherFormat = "other-format" Lost: "这是 {0}\u{ff1a}请打开后另存为 XLSX 或 CSV", "this is {0}: open it, and save it as XLSX or CSV";
    Plan = "plan" Lost: "这已经是规划\u{ff0c}不必导入\u{ff1a}用 check 检查它", "this is a plan already and needs no import: check it with `check`";
    Locked = "locked" Lost: "文件有密码或已加密\u{ff1a}请去掉密码后另存", "the file has a password or is encrypted: save it without";
    Encoding = "encoding" Lost: "文字编码无法判断\u{ff1a}请另存为 UTF-8\u{ff08}Excel 中的\u{201c}CSV UTF-8\u{201d}\u{ff09}",
        "the encoding of its text can't be told: save it as UTF-8 (in Excel \"CSV UTF-8\")";
    Broken = "broken" Lost: "文件已损坏或不完整\u{ff08}{0}\u{ff09}", "the file is broken or incomplete ({0})";
    TooLarge = "too-large" Lost: "{0} 超过上限 {1}", "{0}: more than the limit of {1}";
    NoTable = "no-table" Lost: "没有同时含标题列和日期列的表\u{ff1b}各列为\u{ff1a}{0}\u{ff1b}请用 --map \"列名=title\" 和 --map \"列名=start\" 指明",
        "no table has a column of titles and one of dates; its columns are {0}: name them with --map \"COLUMN=title\" and --map \"COLUMN=start\"";
    NoSheet = "no-sheet" Lost: "没有名为\u{201c}{0}\u{201d}的工作表\u{ff0c}有\u{ff1a}{1}", "there is no sheet \"{0}\": there are {1}";
    MapUnknown = "map-unknown" Lost: "--map\u{ff1a}没有字段\u{201c}{0}\u{201d}\u{ff0c}可用\u{ff1a}{1}", "--map: \"{0}\" is no field: there are {1}";
    Unrelated = "unrelated" Lost: "{0} 与 {1} 不能一起导入\u{ff1a}请分别导入", "{0} and {1} don't belong together: import each alone";
    Unsaid = "unsaid" Lost: "这是 Open SDG 的指标\u{ff0c}可成为规划的进展\u{ff1b}还需指明\u{ff1a}{0}", "this is an indicator of Open SDG, which becomes progress of a plan: say also {0}";
    NoHeadline = "no-headline" Lost: "没有各分类列皆为空的行\u{ff08}总值\u{ff09}\u{ff1b}分类列为\u{ff1a}{0}", "no row has a value and all its breakdowns empty; the breakdowns are {0}";
    TwoHeadlines = "two-headlines" Lost: "{0} 有多个总值\u{ff1a}{1}\u{ff1b}请只留一个", "{0} has several headline values, {1}: leave one of them";
    LookAlike = "look-alike" Asked: "列\u{201c}{0}\u{201d}看似\u{201c}{1}\u{201d}\u{ff0c}但含有形近的其他文字的字母\u{ff08}{2}\u{ff09}\u{ff1a}若是\u{ff0c}请用 --map \"{0}={3}\" 指明",
        "the column \"{0}\" looks like \"{1}\", but has letters of another script ({2}): if it is that, say --map \"{0}={3}\"";
    MapColumn = "map-column" Lost: "--map\u{ff1a}表中没有名为\u{201c}{0}\u{201d}的列", "--map: there is no column \"{0}\"";

    // What was taken for something
    EncodingTaken = "encoding-taken" Asked: "按 {0} 编码读取\u{ff1b}若有乱码\u{ff0c}请另存为 UTF-8", "read as {0}: if letters are wrong, save it as UTF-8";
    LanguageTaken = "language-taken" Asked: "文字当作 {0}\u{ff1b}若不是\u{ff0c}请用 --lang 指明", "its texts are taken for \"{0}\": if they aren't, say so with --lang";
    TitleTaken = "title-taken" Asked: "没有规划的标题\u{ff0c}暂用文件名\u{201c}{0}\u{201d}", "it says no title for the plan: the file's name \"{0}\" is taken";
    OtherSheet = "other-sheet" Lost: "未导入的工作表\u{ff1a}{0}\u{ff08}可用 --sheet 选择\u{ff09}", "sheets left out: {0} (--sheet chooses another)";
    HiddenSheet = "hidden-sheet" Asked: "工作表\u{201c}{0}\u{201d}是隐藏的\u{ff0c}已导入", "the sheet \"{0}\" is hidden, and is read";
    HiddenRow = "hidden-row" Asked: "隐藏的行也已导入", "a hidden row is read as well";
    HiddenColumn = "hidden-column" Asked: "隐藏的列\u{201c}{0}\u{201d}也已导入", "the hidden column \"{0}\" is read as well";
    Breakdown = "breakdown" Lost: "分类的行未导入\u{ff0c}只用总值", "a row of a breakdown is left out: only headline values count";
    OtherUnit = "other-unit" Lost: "总值的单位或序列与最新一年 {0} 的不同\u{ff0c}未导入", "a headline value of another unit or series than the latest one, of {0}, is left out";
    NoValue = "no-value" Lost: "值\u{201c}{0}\u{201d}不是数\u{ff0c}该行未导入", "the value \"{0}\" is no number, and its row is left out";
    NoYear = "no-year" Lost: "年份\u{201c}{0}\u{201d}无法确定\u{ff0c}该行未导入", "the year \"{0}\" isn't certain, and its row is left out";
    FinancialYear = "financial-year" Asked: "\u{201c}{0}\u{201d}是财政年度\u{ff0c}暂当作这两年\u{ff1a}请用 --financial-year 月份 指明从几月开始", "\"{0}\" is a financial year: say in which month it begins with --financial-year MONTH, else both years are meant";
    Section = "section" Lost: "只导入第一节\u{ff0c}\u{201c}{0}\u{201d}以下未导入", "only the first section is read: what stands below \"{0}\" is left out";
    Language = "language" Lost: "语言标签\u{201c}{0}\u{201d}无效\u{ff0c}其文字未导入", "\"{0}\" is no tag of a language: its texts are left out";
    Preface = "preface" Lost: "表头以上的行未导入\u{ff1a}\u{201c}{0}\u{201d}", "rows above the columns' names are left out: \"{0}\"";

    // Columns and rows
    UnknownColumn = "unknown-column" Lost: "未导入的列\u{201c}{0}\u{201d}\u{ff08}可用 --map \"{0}=字段\" 指明\u{ff09}", "the column \"{0}\" is left out (--map \"{0}=FIELD\" says what it is)";
    NamelessColumn = "nameless-column" Lost: "没有列名的列未导入", "a column without a name is left out";
    ColumnTwice = "column-twice" Lost: "列\u{201c}{0}\u{201d}与\u{201c}{1}\u{201d}是同一字段\u{ff0c}未导入", "the column \"{0}\" is left out: \"{1}\" is the same field";
    BlankRow = "blank-row" Changed: "空行略过", "a blank row is passed over";
    NoTitle = "no-title" Lost: "该行没有标题\u{ff0c}未导入\u{ff1a}\u{201c}{0}\u{201d}", "a row without a title is left out: \"{0}\"";
    NoNote = "no-note" Lost: "词条\u{201c}{0}\u{201d}没有解释\u{ff0c}未导入", "the term \"{0}\" has no explanation and is left out";
    NoDate = "no-date" Asked: "没有日期", "no date";
    Same = "same" Asked: "与第 {0} 行的标题和时间相同\u{ff0c}两者都已导入", "the same title and time as in line {0}: both are taken";
    TooMany = "too-many" Lost: "超过 {0} 条的部分未导入", "what is beyond {0} of them is left out";

    // Cells
    Formula = "formula" Lost: "公式没有存下结果", "a formula without its value";
    CellError = "cell-error" Lost: "单元格的值是错误 {0}", "the value of the cell is the error {0}";
    Merged = "merged" Asked: "合并的单元格 {0}\u{ff1a}值只算在第一格", "merged cells {0}: the value is the first one's alone";
    Comment = "comment" Lost: "批注未导入\u{ff1a}\u{201c}{0}\u{201d}", "a comment on a cell is left out: \"{0}\"";
    Drawing = "drawing" Lost: "工作表上的图片\u{3001}图形或图表未导入", "a picture, shape or chart on the sheet is left out";
    Hours = "hours" Lost: "钟点未保留", "the hour of the day is left out";
    Html = "html" Changed: "HTML 改成纯文字", "HTML is made plain text";
    Link = "link" Lost: "文字中的链接未保留\u{ff1a}{0}", "a link within a text is left out: {0}";
    Picture = "picture" Lost: "文字中的图片或嵌入内容未保留", "a picture or embedded content within a text is left out";
    TooLong = "too-long" Lost: "文字超过 {0} 个字符\u{ff0c}其余未保留", "a text of more than {0} characters is cut";
    Untranslated = "untranslated" Asked: "缺少 {0} 的文字\u{ff0c}暂用另一种语言的", "the text in \"{0}\" is missing: another language's stands in its place";

    // Dates
    Date = "date" Asked: "日期\u{201c}{0}\u{201d}无法确定\u{ff0c}按原文显示\u{ff0c}不在时间轴上", "the date \"{0}\" isn't certain: it is shown in these words, without a place in time";
    DateOrder = "date-order" Asked: "日期\u{201c}{0}\u{201d}\u{ff1a}哪个是日\u{ff0c}哪个是月\u{ff1f}按原文显示", "the date \"{0}\": which is the day, which the month? It is shown in these words";
    DateYear = "date-year" Asked: "日期\u{201c}{0}\u{201d}的年份只有两位\u{ff0c}是哪个世纪\u{ff1f}按原文显示", "the date \"{0}\" has a year of two digits: of which century? It is shown in these words";
    OrderTaken = "order-taken" Asked: "日期\u{201c}{0}\u{201d}的日与月按本列其他日期的顺序读取", "the date \"{0}\": day and month are taken in the order that other dates of the table show";
    Backwards = "backwards" Asked: "结束\u{201c}{1}\u{201d}早于开始\u{201c}{0}\u{201d}\u{ff0c}只用开始", "the end \"{1}\" is before the start \"{0}\": only the start is taken";
    NoStart = "no-start" Asked: "有结束\u{201c}{0}\u{201d}而没有开始\u{ff0c}当作开始时间不详", "an end \"{0}\" without a start: the start is taken for unknown";
    Recurring = "recurring" Asked: "重复的事项\u{201c}{0}\u{201d}\u{ff1a}只导入第一次\u{ff08}{1}\u{ff09}", "\"{0}\" is repeated: only the first time is taken ({1})";

    // Values
    Kind = "kind" Lost: "种类\u{201c}{0}\u{201d}不是\u{ff1a}{1}\u{ff1b}当作 event", "the kind \"{0}\" is none of {1}: taken for an event";
    IdChanged = "id-changed" Changed: "编号\u{201c}{0}\u{201d}改为\u{201c}{1}\u{201d}", "the id \"{0}\" became \"{1}\"";
    Url = "url" Lost: "不是网址\u{ff0c}未导入\u{ff1a}\u{201c}{0}\u{201d}", "no web address, left out: \"{0}\"";
    AltAsked = "alt" Asked: "图片或链接没有替代文字\u{ff0c}暂用\u{201c}{0}\u{201d}", "a picture or link without words for those who don't see it: \"{0}\" is taken";
    MediaLost = "media" Lost: "没有图片或链接\u{ff0c}其说明未导入\u{ff1a}\u{201c}{0}\u{201d}", "what belongs to a picture is left out, for there is none: \"{0}\"";
    Field = "field" Lost: "字段 {0} 未导入", "the field {0} is left out";
    Era = "era" Lost: "时期\u{201c}{0}\u{201d}没有确定的起止\u{ff0c}未导入", "the period \"{0}\" has no certain start and end: it is left out";
    NotWritten = "not-written" Lost: "未写入\u{ff1a}{0}", "not in the file: {0}";
    NoDays = "no-days" Lost: "没有日期\u{ff0c}未写入\u{ff1a}\u{201c}{0}\u{201d}", "not in the file, for it has no days: \"{0}\"";
    Invalid = "invalid" Lost: "导入的规划未通过检查\u{ff1a}{0}", "the plan that was made isn't valid: {0}";
}

impl Code {
    /// The wording with its holes filled, in Chinese where `lang` is that, else in English.
    #[must_use]
    pub fn text(self, parameters: &[String], lang: &Lang) -> String {
        let [zh, en] = self.wordings();
        let mut text = if lang.key().starts_with("zh") { zh } else { en }.to_owned();
        for (index, parameter) in parameters.iter().enumerate() {
            text = text.replace(&format!("{{{index}}}"), parameter);
        }
        text
    }
}

/// Where something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The sheet, where a file has several.
    pub sheet: String,
    /// The line of a text, or the row of a sheet, from 1; 0 for the whole.
    pub line: usize,
    /// The column of a table, from 1; 0 for the whole row.
    pub column: usize,
    /// What it is in a file of records: `events/3`.
    pub path: String,
}

impl Place {
    /// As people write it: `B7`, `Plan!B7`, `7`, `events/3`.
    #[must_use]
    pub fn text(&self) -> String {
        if !self.path.is_empty() {
            return self.path.clone();
        }
        let line = if self.line > 0 { self.line.to_string() } else { String::new() };
        let cell = letters(self.column) + &line;
        match (&*self.sheet, &*cell) {
            ("", cell) => cell.into(),
            (sheet, "") => sheet.into(),
            (sheet, cell) => format!("{sheet}!{cell}"),
        }
    }
}

/// The name of a column, from 1: `A`, `Z`, `AA`.
#[must_use]
pub fn letters(mut column: usize) -> String {
    let mut name = Vec::new();
    while column > 0 {
        column -= 1;
        name.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        column /= 26;
    }
    name.into_iter().rev().collect()
}

/// One kind of thing that is said, with its first place and how often it is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub code: Code,
    /// What goes into the holes of its wording, as at the first place.
    pub parameters: Vec<String>,
    /// The first place.
    pub place: Place,
    /// How many more there are.
    pub more: usize,
}

impl Finding {
    /// The finding as a sentence in `lang`.
    #[must_use]
    pub fn text(&self, lang: &Lang) -> String {
        let text = self.code.text(&self.parameters, lang);
        match (self.more, lang.key().starts_with("zh")) {
            (0, _) => text,
            (more, true) => format!("{text}\u{ff08}同类另有 {more} 处\u{ff09}"),
            (more, false) => format!("{text} (and {more} more like it)"),
        }
    }
}

/// What is said of a file, one line a kind.
#[derive(Clone, Debug, Default)]
pub struct Findings(pub Vec<Finding>);

/// Codes whose parameters tell kinds apart: each column and language is one of its own.
const APART: [Code; 17] = [
    Code::LookAlike,
    Code::HiddenColumn,
    Code::Language,
    Code::HiddenSheet,
    Code::NotWritten,
    Code::UnknownColumn,
    Code::ColumnTwice,
    Code::Untranslated,
    Code::Field,
    Code::OtherSheet,
    Code::MapColumn,
    Code::Kind,
    Code::CellError,
    Code::Recurring,
    Code::Era,
    Code::TooMany,
    Code::Invalid,
];

/// The longest parameter, in characters.
const LONGEST: usize = 60;

/// The most findings that differ.
const MOST: usize = 200;

impl Findings {
    /// Notes one, or counts it with its kind.
    pub fn add(&mut self, code: Code, parameters: &[&str], place: Place) {
        self.add_all(code, parameters, place, 1);
    }

    /// The same of so many in a row, the first of which is there.
    pub fn add_all(&mut self, code: Code, parameters: &[&str], place: Place, count: usize) {
        let short = |text: &&str| -> String {
            let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let cut: String = line.chars().take(LONGEST).collect();
            if cut.len() < line.len() { cut + "…" } else { cut }
        };
        let listed =
            matches!(code, Code::NoTable | Code::MapUnknown | Code::Kind | Code::NoSheet | Code::OtherSheet);
        let parameters: Vec<String> =
            parameters.iter().map(|text| if listed { (*text).to_owned() } else { short(text) }).collect();
        let apart = APART.contains(&code);
        let full = self.0.len() >= MOST;
        let known = self.0.iter_mut().find(|known| {
            known.code == code && (full || !apart || known.parameters.first() == parameters.first())
        });
        match known {
            Some(known) => known.more += count,
            None => self.0.push(Finding { code, parameters, place, more: count.saturating_sub(1) }),
        }
    }
}

/// Why nothing is read: the one thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What.
    pub code: Code,
    /// What goes into the holes of its wording.
    pub parameters: Vec<String>,
}

impl Refusal {
    /// A refusal.
    #[must_use]
    pub fn new(code: Code, parameters: &[&str]) -> Self {
        Refusal { code, parameters: parameters.iter().map(|text| (*text).to_owned()).collect() }
    }

    /// The refusal as a sentence in `lang`.
    #[must_use]
    pub fn text(&self, lang: &Lang) -> String {
        self.code.text(&self.parameters, lang)
    }
}
