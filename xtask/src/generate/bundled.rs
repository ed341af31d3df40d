//! `src/model/bundled.json`: `plan.json` with its texts in traditional characters besides.

use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::{
    root,
    setup::{self, Need},
};

/// Writes the plan, a record to a line.
const SCRIPT: &str = "
import { readFileSync } from 'node:fs';
import { traditional } from './pkg/cli/traditional.js';
const plan = await traditional(JSON.parse(readFileSync('src/model/plan.json', 'utf8')), 'en');
const records = (list) => `[\\n${list.map((record) => `    ${JSON.stringify(record)}`).join(',\\n')}\\n  ]`;
const isRecords = (value) => Array.isArray(value) && typeof value[0] === 'object';
const members = Object.entries(plan).map(
  ([key, value]) => `  ${JSON.stringify(key)}: ${isRecords(value) ? records(value) : JSON.stringify(value)}`,
);
process.stdout.write(`{\\n${members.join(',\\n')}\\n}\\n`);
";

/// The bundled plan.
///
/// # Errors
/// When Node.js or the package `opencc-js` is missing.
pub fn plan() -> Result<String> {
    node(SCRIPT, &[])
}

/// What a script at the root prints, with what is installed for this tool.
fn node(script: &str, arguments: &[&str]) -> Result<String> {
    let tools = setup::ensure(&root(), &[Need::Npm], false)?;
    let npm = tools.npm.context("npm's packages are missing: run `cargo xtask setup`")?;
    let output = Command::new(&npm.node)
        .current_dir(root())
        .args(["--input-type=module", "-e", script])
        .args(arguments)
        .env("NODE_PATH", &npm.node_modules)
        .output()
        .context("node could not be started: install Node.js")?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by it, at the right line")]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// What becomes of words: those that have several traditional forms, those that have none of their own, and those
    /// that the tables have wrong.
    const CASES: &[(&str, &str)] = &[
        ("发展的头发", "發展的頭髮"),
        ("干部要干净，若干骨干", "幹部要乾淨，若干骨幹"),
        ("一公里的里程在这里，万里碧道", "一公里的里程在這裡，萬里碧道"),
        ("皇后在后年之后", "皇后在後年之後"),
        ("台湾的台风和平台", "臺灣的颱風和平臺"),
        ("提高台风、洪涝", "提高颱風、洪澇"),
        ("面条与方面、面向", "麵條與方面、面向"),
        ("制定制度，制造制品", "制定制度，製造製品"),
        ("复兴、恢复、重复、复杂", "復興、恢復、重複、複雜"),
        ("覆盖", "覆蓋"),
        ("系统、联系、关系", "系統、聯繫、關係"),
        ("准备标准，批准准入", "準備標準，批准准入"),
        ("一出戏，出海口", "一齣戲，出海口"),
        ("新征程上征集、征收", "新征程上徵集、徵收"),
        ("国土布局，空间布局", "國土佈局，空間佈局"),
        ("注重污染防治", "注重污染防治"),
        ("家具和家电", "家具和家電"),
        ("湛江海洋周，一周，周边", "湛江海洋週，一週，周邊"),
        ("上下游、旅游、中游", "上下游、旅遊、中游"),
        ("粤西数谷的谷物", "粵西數谷的穀物"),
        ("扫黑除恶专项斗争，北斗", "掃黑除惡專項鬥爭，北斗"),
        ("合并，并且", "合併，並且"),
        ("借助，借口，借鉴", "藉助，藉口，借鑑"),
        ("尽力，尽管", "盡力，儘管"),
        ("防御标准", "防禦標準"),
        ("只有一只船", "只有一隻船"),
        ("松树，轻松", "松樹，輕鬆"),
        ("志愿服务，杂志", "志願服務，雜誌"),
        ("银发经济", "銀髮經濟"),
        ("占比，占地", "佔比，佔地"),
        ("着力，显著", "著力，顯著"),
        ("群众、山峰、为了", "群眾、山峰、為了"),
        ("湛江、霞山、徐闻、遂溪、硇洲岛", "湛江、霞山、徐聞、遂溪、硇洲島"),
        ("“双区”的‘核’", "「雙區」的『核』"),
        ("Xi’an GDP 3100 km²", "Xi’an GDP 3100 km²"),
        ("软件和信息网络", "軟件和信息網絡"),
    ];

    #[test]
    fn words_are_converted_as_they_are_written() {
        let script = "
            import { readFileSync } from 'node:fs';
            import { converter } from './pkg/cli/traditional.js';
            const convert = await converter('en');
            process.stdout.write(JSON.stringify(JSON.parse(process.argv[1]).map(convert)));
        ";
        let given: Vec<&str> = CASES.iter().map(|(given, _)| *given).collect();
        let said = node(script, &[&serde_json::to_string(&given).unwrap()]).unwrap();
        let made: Vec<String> = serde_json::from_str(&said).unwrap();
        for ((given, expected), made) in CASES.iter().zip(made) {
            assert_eq!(made, *expected, "{given}");
        }
    }

    #[test]
    fn only_texts_and_quoted_verbs_are_converted() {
        let script = "
            import { traditional } from './pkg/cli/traditional.js';
            const said = [];
            for (const plan of JSON.parse(process.argv[1]))
              said.push(await traditional(plan, 'en').catch(({ message }) => message));
            process.stdout.write(JSON.stringify(said));
        ";
        let text = json!({ "zh": "发", "en": "Hair 发" });
        let verb = json!({ "exact": "发", "at": 1 });
        let of = |lang: &[&str]| json!({ "languages": lang });
        let given = json!([
            { "$schema": "发", "languages": ["zh", "en"], "plan": { "id": "发", "title": text, "cite": { "exact": "发" } },
                "projects": [{ "mentions": [{ "verb": verb }] }] },
            { "languages": ["en", "zh-Hans"], "converted": [{ "language": "zh-Hans", "from": "en" }],
                "topics": [{ "name": { "en": "A", "zh-Hans": "发", "zh-Hant": "髮" } }],
                "projects": [{ "name": { "en": "A", "zh-Hans": "发" }, "mentions": [{ "verb": { "exact": "hair" } }] }] },
            of(&["zh", "zh-TW"]), of(&["zh-hant-hk"]), of(&["zh-Hans-HK", "zh-MO"]), of(&["en", "zhx"]),
        ]);
        let made = json!({ "language": "zh-Hant", "from": "zh", "by": "OpenCC" });
        let others =
            "the plan has no texts in simplified Chinese: one of its languages would be zh or zh-Hans";
        let expected = json!([
            { "$schema": "发", "languages": ["zh", "en", "zh-Hant"], "converted": [made],
                "plan": { "id": "发", "title": { "zh": "发", "en": "Hair 发", "zh-Hant": "發" }, "cite": { "exact": "发" } },
                "projects": [{ "mentions": [{ "verb": { "exact": "发", "at": 1, "converted": "發" } }] }] },
            { "languages": ["en", "zh-Hans", "zh-Hant"],
                "converted": [{ "language": "zh-Hans", "from": "en" },
                    { "language": "zh-Hant", "from": "zh-Hans", "by": "OpenCC" }],
                "topics": [{ "name": { "en": "A", "zh-Hans": "发", "zh-Hant": "髮" } }],
                "projects": [{ "name": { "en": "A", "zh-Hans": "发", "zh-Hant": "發" }, "mentions": [{ "verb": { "exact": "hair" } }] }] },
            of(&["zh", "zh-TW"]), of(&["zh-hant-hk"]), of(&["zh-Hans-HK", "zh-MO"]), others,
        ]);
        let said: Value = serde_json::from_str(&node(script, &[&given.to_string()]).unwrap()).unwrap();
        assert_eq!(said, expected);
    }
}
