//! What the editor says, in both languages of the site.

use plan_widgets::Lang;

/// A sentence or a name in Chinese and English.
pub struct Word([&'static str; 2]);

impl Word {
    /// In a language: Chinese, else English.
    #[must_use]
    pub fn get(&self, lang: &Lang) -> &'static str {
        self.0[usize::from(*lang != Lang::ZH)]
    }

    /// The same, with what goes into its holes by their names.
    #[must_use]
    pub fn fill(&self, lang: &Lang, holes: &[(&str, &str)]) -> String {
        holes.iter().fold(self.get(lang).to_owned(), |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), value)
        })
    }
}

macro_rules! words {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        $(#[doc = $en] pub const $name: Word = Word([$zh, $en]);)*

        /// All of them.
        pub const ALL: &[&Word] = &[$(&$name),*];
    };
}

words! {
    COLON: "\u{ff1a}", ": ";
    UNTITLED: "未命名规划", "Untitled plan";

    // The beginning
    BEGIN: "开始", "Begin";
    BEGIN_ABOUT: "从电子表格复制几行\u{ff08}连同列名\u{ff09}\u{ff0c}在这里粘贴\u{ff1b}也可以打开或拖入文件\u{ff0c}或者从模板写起\u{3002}内容只在这个浏览器里\u{ff0c}不会传到任何地方\u{3002}", "Copy rows of a spreadsheet, with the names of the columns, and paste them here. Or open a file, drop one, or begin with a template. Nothing leaves this browser.";
    PASTE: "粘贴行", "Paste rows";
    PASTE_LABEL: "从表格复制的行", "Rows copied from a spreadsheet";
    PASTE_HELP: "第一行写列名\u{ff0c}如\u{201c}标题\u{201d}\u{201c}日期\u{201d}\u{201c}说明\u{201d}\u{ff1b}没有列名的行从选中的单元格填起\u{3002}", "The first row has the names of the columns, such as Title, Date, Summary. Rows without them are filled in from the chosen cell on.";
    PASTE_ADD: "加入", "Add";
    CLOSE: "关闭", "Close";
    OPEN: "打开文件", "Open a file";
    OPEN_FORMATS: "XLSX\u{3001}ODS\u{3001}CSV\u{3001}iCalendar\u{3001}TimelineJS\u{3001}vis-timeline\u{3001}plan.json", "XLSX, ODS, CSV, iCalendar, TimelineJS, vis-timeline, plan.json";
    TEMPLATES: "模板", "Templates";
    NEWSROOM: "新闻时间线", "A newsroom\u{2019}s timeline";
    DEPARTMENT: "部门的目标", "A department\u{2019}s goals";
    GLOSSARY: "名词解释", "A glossary";
    SCHOOL: "一所学校", "A school";
    NEW: "新建", "New";

    // Panes
    PANES: "窗格", "Panes";
    TABLE: "表格", "Table";
    FORM: "表单", "Form";
    PREVIEW: "预览", "Preview";
    PROBLEMS: "问题", "Problems";
    SECTIONS: "各部分", "Sections";

    // The table
    ROW: "行", "Row";
    ADD_ROW: "添加一行", "Add a row";
    REMOVE_ROW: "删除此行", "Delete the row";
    UP: "上移", "Move up";
    DOWN: "下移", "Move down";
    UNDO: "撤销", "Undo";
    REDO: "重做", "Redo";
    FILTER: "筛选", "Filter";
    ALL_COLUMNS: "全部列", "All columns";
    GRID_HELP: "方向键移动\u{ff0c}Enter 或 F2 编辑\u{ff0c}Esc 取消\u{ff0c}Alt+\u{2191}\u{2193} 移动行\u{ff0c}Ctrl+Z 撤销\u{3002}", "Arrow keys move, Enter or F2 edits, Escape cancels, Alt+\u{2191}\u{2193} moves the row, Ctrl+Z undoes.";
    NO_ROWS: "还没有内容\u{ff1a}添加一行\u{ff0c}或粘贴\u{3002}", "Nothing yet: add a row, or paste.";
    NO_MATCH: "没有符合的行\u{3002}", "No row has this.";
    DRAG: "拖动以移动第 {row} 行", "Drag to move row {row}";
    IN_LANG: "{label}\u{ff08}{lang}\u{ff09}", "{label} ({lang})";

    // The form
    CHOOSE_ROW: "在表格里选一行\u{3002}", "Choose a row in the table.";
    ADD_ITEM: "添加\u{ff1a}{label}", "Add: {label}";
    REMOVE_ITEM: "删除\u{ff1a}{label} {row}", "Remove: {label} {row}";
    NONE: "\u{2014}", "\u{2014}";
    REQUIRED: "必填", "required";
    MORE_FIELDS: "更多字段", "More fields";
    LANGUAGES: "语言", "Languages";
    LANGUAGES_HELP: "BCP 47 标签\u{ff0c}以分号隔开\u{ff0c}规划自己的语言在前\u{ff0c}如 zh; en\u{3002}每段文字都要有每种语言\u{ff1b}把一个标签换成另一个\u{ff0c}文字不变\u{3002}", "BCP 47 tags, separated by semicolons, the plan\u{2019}s own first: zh; en. Each text has to be in each of them. One tag in the place of another keeps the texts.";
    LIST_HELP: "多个以分号隔开\u{3002}", "Several are separated by semicolons.";
    LINES_HELP: "每行一个\u{3002}", "One a line.";

    // The preview
    TIMELINE: "时间线", "Timeline";
    GOALS: "目标", "Goals";
    TERMS: "名词解释", "Glossary";
    WIDGET: "部件", "Widget";
    WIDTH: "宽度", "Width";
    PHONE: "手机", "Phone";
    COLUMN: "一栏", "Column";
    WIDE: "整宽", "Wide";
    PREVIEW_LANG: "语言", "Language";
    STALE: "有需要改正的问题\u{ff1a}这里是上一次有效的内容\u{3002}", "There are problems to be mended: this is as it was when there were none.";
    NOTHING_SHOWN: "改正问题后\u{ff0c}这里出现预览\u{3002}", "The preview is here once the problems are mended.";

    // Problems
    FINE: "没有问题\u{3002}", "No problems.";
    CHECKING: "正在检查\u{2026}", "Checking\u{2026}";
    WRONG: "需要改正", "To be mended";
    ASKED: "需要核实", "To be looked at";
    OF_FILE: "读取文件时", "When the file was read";
    UNDATED: "时间\u{201c}{time}\u{201d}无法确定\u{ff0c}照原文显示\u{ff0c}不在时间轴上", "the time \"{time}\" is not certain: it is shown in its words, and has no place on the axis";
    PLACE: "{section} {row} {field}", "{section} {row}, {field}";
    MORE: "还有 {count} 处", "and {count} more";

    // What is taken away
    TAKE: "带走", "Take away";
    TAKE_PLAN: "plan.json", "plan.json";
    TAKE_FOLDER: "整个文件夹\u{ff08}ZIP\u{ff09}", "The whole folder (ZIP)";
    TAKE_SNIPPET: "嵌入代码", "Snippet";
    TAKE_HELP: "把文件夹解开\u{ff0c}上传到网站\u{ff0c}再把其中 index.html 里的代码粘贴到页面\u{3002}", "Unpack the folder, upload it to your site, and paste the code in its index.html into a page.";
    COPY: "复制", "Copy";
    COPIED: "已复制", "Copied";
    SELECTED: "已选中\u{ff0c}请按 Ctrl+C", "It is selected: press Ctrl+C";
    MEND_FIRST: "先改正问题\u{ff0c}才能生成文件夹\u{3002}", "The folder can be made once the problems are mended.";
    MADE: "已生成 {name}", "{name} is made";
    FAILED: "没有成功\u{ff1a}{reason}", "That failed: {reason}";

    INDICATOR: "这是一项指标的数据\u{ff0c}不是规划\u{ff1a}它用作 progress\u{ff0c}与规划一起给页面\u{3002}", "This is an indicator and no plan: it is progress, which a page is given beside its plan.";

    // The draft
    KEEP: "在这个浏览器里保存草稿", "Keep a draft in this browser";
    FORGET: "忘掉草稿", "Forget the draft";
    FORGOTTEN: "草稿已忘掉", "The draft is forgotten";
    KEPT: "草稿已保存", "The draft is kept";
    RESUME: "继续写草稿", "Go on with the draft";

    // What has happened
    OPENED: "已打开 {name}\u{ff1a}{count} 条", "{name} is open: {count} records";
    ADDED: "已加入 {count} 条", "{count} records are added";
    FILLED: "已填入 {count} 个单元格", "{count} cells are filled in";
    NOT_FILLED: "\u{ff1b}{count} 个单元格没有可填的列\u{ff0c}未填入", "; {count} cells are left out, for no column takes them";
    ROW_ADDED: "已添加第 {row} 行", "Row {row} is added";
    ROW_REMOVED: "已删除第 {row} 行", "Row {row} is deleted";
    ROW_MOVED: "已移到第 {row} 行", "Moved to row {row}";
    UNDONE: "已撤销", "Undone";
    REDONE: "已重做", "Made again";
    SHOWN: "{count} 行", "{count} rows";
    REPLACE: "现在的内容会被替换\u{ff0c}可以撤销\u{3002}", "What is there is replaced. That can be undone.";
}
