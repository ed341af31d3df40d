//! Files of `tests/` as guides show them: the same lines, with a reader's paths and in the reader's language.

use std::{collections::BTreeSet, path::Path};

use anyhow::{Context, Result};

use crate::{files, read, root, write};

/// What belongs to the tests, and what stands in a project instead.
const PATHS: &[(&str, &str)] = &[
    ("../plan-widgets/dist/", "/plan-widgets/dist/"),
    ("../js/", "/js/"),
    ("../../school/plan.json", "/plan.json"),
    ("  app: { baseURL: \"/projects/hosts/nuxt/.output/public/\" },\n", ""),
    ("base: \"./\", ", ""),
    ("\"root\": \"angular\"", "\"root\": \"\""),
    ("\"angular/", "\""),
    ("            \"baseHref\": \"./\",\n", ""),
];

/// English that the tests' pages are in, and the same in Chinese.
const CHINESE: &[(&str, &str)] = &[
    ("<html lang=\"en\">", "<html lang=\"zh-Hans\">"),
    ("lang=\"en\"", "lang=\"zh\""),
    ("lang: \"en\"", "lang: \"zh\""),
    ("What readers see without scripts", "没有脚本时，读者看到这里的文字。"),
    ("It speaks of Dual Zones and of Five Dragons into Zhanjiang.", "文中说到“双区”和“五龙入湛”。"),
    ("<title>A plan<", "<title>规划<"),
    ("Lang::EN", "Lang::ZH"),
    ("<title>The plan: plan-widgets with ", "<title>规划：plan-widgets 与 "),
    ("<title>plan-widgets with ", "<title>规划：plan-widgets 与 "),
    (">The plan<", ">规划<"),
    (">To the other page<", ">另一页<"),
    (">Something else<", ">别的内容<"),
    (">A school’s plan<", ">一所学校的规划<"),
    (">Without the goal<", ">去掉目标<"),
    (">A goal<", ">一个目标<"),
    (">Terms<", ">词条<"),
    (">Water<", ">水利<"),
    (
        "// The static part by the server; in the page the element takes it over.",
        "// 静态内容由服务器生成；到了页面上，元素接管它。",
    ),
    (
        "// The static part is made where the page is; the browser gets it with the page.",
        "// 静态内容与页面一起生成，浏览器收到页面时已在其中。",
    ),
    (
        "// Else every page fetches all of the plan's files ahead, in all languages.",
        "// 否则每个页面都会预取规划的全部文件，包括所有语言。",
    ),
    ("// the data stand in the page, not in a file beside it", "// 数据写在页面里，不另成文件"),
    (
        "// False on a server, and while React takes over what it rendered: until then it sets no listeners of elements.",
        "// 在服务器上，以及 React 接管页面的那一次，为 false；那时 React 不为自定义元素设监听器。",
    ),
];

/// The files of `tests/` that pages quote in their language.
///
/// # Errors
/// When a page can't be read.
pub fn names() -> Result<BTreeSet<String>> {
    let www = root().join("www");
    let mut names = BTreeSet::new();
    for path in files(&www)? {
        // Pictures are no text.
        let Ok(page) = read(&www.join(path)) else { continue };
        let comments = page.split("<!-- plan:file name=").skip(1).filter_map(|rest| rest.split_once(" -->"));
        let quoted = comments.filter_map(|(comment, _)| comment.split_once(" lang="));
        names.extend(quoted.map(|(name, _)| name.to_owned()));
    }
    Ok(names)
}

/// Writes what pages quote into `zh/` and `en/` below a folder, and as `snippet.html` the HTML that the package's README has to
/// paste: Eleventy puts it into the pages, in colours.
///
/// # Errors
/// When a file can't be read or written.
pub fn write_all(to: &Path) -> Result<()> {
    let readme = read(&root().join("pkg/README.md"))?;
    let html = readme.split("```html\n").nth(1).and_then(|rest| rest.split("```").next());
    let html = html.context("pkg/README.md has no HTML to paste")?;
    let tests = root().join("tests");
    for (folder, chinese) in [("zh", true), ("en", false)] {
        let folder = to.join(folder);
        write(&folder.join("snippet.html"), quoted(html, chinese))?;
        for name in names()? {
            write(&folder.join(&name), quoted(&read(&tests.join(&name))?, chinese))?;
        }
    }
    Ok(())
}

/// A file's text in a guide of that language.
fn quoted(text: &str, chinese: bool) -> String {
    let tables = [PATHS, if chinese { CHINESE } else { &[] }];
    let all = tables.iter().copied().flatten();
    all.fold(text.to_owned(), |text, (ours, theirs)| text.replace(ours, theirs))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{CHINESE, PATHS, names, quoted};
    use crate::{read, root};

    /// The texts of the files that pages quote in a language.
    fn texts() -> BTreeMap<String, String> {
        let text = |name: String| {
            let text = read(&root().join("tests").join(&name));
            let text = text.unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, text)
        };
        let texts: BTreeMap<_, _> = names().unwrap_or_default().into_iter().map(text).collect();
        assert!(texts.len() > 12, "{:?}", texts.keys());
        texts
    }

    #[test]
    fn every_replacement_is_needed() {
        let texts = texts();
        for (ours, _) in PATHS {
            assert!(texts.values().any(|text| text.contains(ours)), "no quoted file has {ours}");
        }
        // Replacements before it may take what it would.
        for (ours, theirs) in CHINESE {
            assert!(
                texts.values().any(|text| quoted(text, true).contains(theirs) && text.contains(ours)),
                "no quoted file has {ours}"
            );
        }
    }

    #[test]
    fn nothing_of_the_tests_is_left() {
        for (name, text) in texts() {
            for lang in [false, true] {
                let text = quoted(&text, lang);
                for theirs in ["../", "/projects/", "angular/src", "angular/dist"] {
                    assert!(!text.contains(theirs), "{name} shows {theirs}");
                }
                assert!(!lang || !text.contains("\"en\""), "{name} is in English on a Chinese page");
            }
        }
    }
}
