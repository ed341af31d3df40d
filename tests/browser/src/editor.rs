//! The editor, as somebody in a newsroom uses it: rows are pasted, what is marked is mended, a folder is taken away.

use std::io::{Cursor, Read as _};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::{fs, str};

use anyhow::{Context as _, Result};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::json;

use crate::emulate::Scheme;
use crate::engine;
use crate::guest::{POLICY, with_policy};
use crate::input::Key;
use crate::page::Page;

crate::tests! {
    pasted_rows_are_a_timeline;
    what_a_clipboard_holds_is_pasted_into_the_page in Chromium, WebKit; // in Firefox a made-up event has no data
    a_wrong_date_is_marked_and_mended_by_keyboard_alone;
    the_grid_has_the_keys_of_a_grid;
    what_is_done_is_undone_and_done_again;
    a_problem_leads_to_its_cell;
    every_field_is_in_the_form;
    a_spreadsheet_is_opened;
    the_folder_is_taken_away_and_works;
    ten_thousand_rows_are_few_nodes;
    a_draft_is_kept_when_asked_and_forgotten;
    rows_are_dragged in Chromium, Firefox; // WebKit's driver starts no drag
    leaving_asks_while_something_is_unsaved in Chromium; // drivers answer the question themselves
    a_strict_policy_with_trusted_types_is_kept;
    it_fits_and_axe_finds_nothing;
    without_scripts_it_says_what_to_do;
    the_command_serves_it;
    pictures;
}

const PAGES: [(&str, &str); 2] = [("zh", "/editor/"), ("en", "/en/editor/")];
const EN: &str = PAGES[1].1;
const LIVE: &str = "document.querySelector('#paste')";

/// The titles that the previewed timeline shows.
const TITLES: &str = "[...document.querySelector('.frame plan-timeline')?.shadowRoot?.querySelectorAll('.plan-root:not(.plan-static) [part=item] [part=title]') ?? []].map((title) => title.textContent.trim())";

/// What the cells of the table say, row by row.
const CELLS: &str = "[...document.querySelectorAll('.grid .body [role=row]')].map((row) => [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent))";

/// What has the focus, as the cell of a row and a column.
const FOCUS: &str = "[document.activeElement.closest('[role=row]')?.ariaRowIndex, document.activeElement.closest('[role=gridcell]')?.ariaColIndex]";

const ROWS: &str = "Title\tDate\tSummary\nWork begins\tSeptember 2018\tOn both banks\nThe bridge opens\t1 May 2024\t\nThe audit is due\tby 2026\t\n";

async fn open(page: &Page, path: &str) -> Result<()> {
    page.goto(path).await?;
    page.wait(LIVE, "the editor").await?;
    leave(page).await
}

/// Leaves the page without being asked, whenever that is: a driver would wait for the answer.
async fn leave(page: &Page) -> Result<()> {
    let js = "addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)";
    page.eval(js, &[]).await.map(drop)
}

/// Begins with a template by its index.
async fn begin(page: &Page, path: &str, template: usize) -> Result<()> {
    open(page, path).await?;
    page.click(&[&format!(".templates li:nth-child({}) button", template + 1)]).await?;
    page.wait("document.activeElement.closest('.grid')", "the table").await?;
    checked(page).await
}

/// Waits until the plan has been checked and is seen.
async fn checked(page: &Page) -> Result<()> {
    page.wait("document.querySelector('#pane-problems :is(.empty, h3)')", "the check").await?;
    // One pane is seen at a time where there is little room.
    if page.eval("return innerWidth < 1120", &[]).await? == true {
        return Ok(());
    }
    let live =
        "document.querySelector('.frame > *')?.shadowRoot?.querySelector('.plan-root:not(.plan-static)')";
    page.wait(live, "the preview").await
}

/// Pastes where the clipboard is out of reach.
async fn paste(page: &Page, text: &str) -> Result<()> {
    page.click(&["#paste"]).await?;
    page.wait("document.activeElement.id === 'pasted'", "the field to paste into").await?;
    page.eval("document.querySelector('#pasted').value = arguments[0]", &[json!(text)]).await?;
    page.click(&["#add-pasted"]).await
}

/// Presses a key while the platform's key for commands is held.
async fn command(page: &Page, key: char) -> Result<()> {
    page.chord(&[Key::Control], key).await
}

async fn pasted_rows_are_a_timeline(page: &mut Page) -> Result<()> {
    for ((_, path), rows) in PAGES.into_iter().zip([
        "标题\t日期\t说明\n开工\t2018年9月\t两岸同时\n通车\t2024年5月1日\t\n审计报告\t2026年底前\t\n",
        ROWS,
    ]) {
        open(page, path).await?;
        paste(page, rows).await?;
        let titles: Vec<&str> = rows.lines().skip(1).filter_map(|line| line.split('\t').next()).collect();
        page.wait(&format!("{TITLES}.join() === {}", json!(titles.join(","))), "the timeline").await?;
        assert_eq!(
            page.eval("return document.querySelectorAll('.grid [aria-invalid]').length", &[]).await?,
            0
        );
        // More rows go to the others.
        paste(page, rows).await?;
        page.wait(&format!("{TITLES}.length === 6"), "six items").await?;
        let count = page.eval("return document.querySelector('.grid').ariaRowCount", &[]).await?;
        assert_eq!(count, "7");
        assert_eq!(page.console().await?, vec![], "{path}");
    }
    Ok(())
}

async fn what_a_clipboard_holds_is_pasted_into_the_page(page: &mut Page) -> Result<()> {
    let html =
        "<table><tr><th>Title<th>Date<tr><td>Work <b>begins</b><td>2018<tr><td>It opens<td>2024</table>";
    let event = "const data = new DataTransfer();
        for (const [type, text] of Object.entries(arguments[0])) data.setData(type, text);
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data });
        (document.activeElement ?? document.body).dispatchEvent(event); return event.defaultPrevented";
    open(page, EN).await?;
    let pasted = page.run(event, &[json!({ "text/html": html, "text/plain": "a\tb" })]).await?;
    assert_eq!(pasted, true);
    page.wait(&format!("{TITLES}.join() === 'Work begins,It opens'"), "the timeline").await?;
    // Without the names of columns the cells go where the active one is.
    page.run(
        event,
        &[json!({ "text/plain": "Other work begins\t2019\nIt closes\t2025\nAnd opens\t2026\n" })],
    )
    .await?;
    page.wait(&format!("{TITLES}.join() === 'Other work begins,It closes,And opens'"), "the cells").await?;
    let times = page.eval(&format!("return {CELLS}.map((row) => row[1])"), &[]).await?;
    assert_eq!(times, json!(["2019", "2025", "2026"]));
    command(page, 'z').await?;
    page.wait(&format!("{TITLES}.join() === 'Work begins,It opens'"), "one step back").await
}

async fn a_wrong_date_is_marked_and_mended_by_keyboard_alone(page: &mut Page) -> Result<()> {
    begin(page, EN, 0).await?;
    page.key(Key::Down).await?;
    page.key(Key::Right).await?;
    page.key(Key::Enter).await?;
    page.wait("document.activeElement.id === 'cell'", "the field").await?;
    command(page, 'a').await?;
    page.keys("31 February 2018").await?;
    page.key(Key::Enter).await?;
    page.wait(
        "document.querySelector('.grid [aria-invalid=true]')?.textContent === '31 February 2018'",
        "the mark",
    )
    .await?;
    let said = "document.querySelector('#pane-problems .wrong button')?.textContent";
    page.wait(said, "the problem").await?;
    let said = page.eval(&format!("return {said}"), &[]).await?;
    let said = said.as_str().unwrap_or_default();
    assert!(said.starts_with("Events 2, Time") && said.contains("31 February 2018"), "{said}");
    // What was valid is seen meanwhile, and that is said.
    page.wait("document.querySelector('.stale')", "the note").await?;
    assert_eq!(page.eval(&format!("return {FOCUS}"), &[]).await?, json!(["4", "3"]));
    page.key(Key::Up).await?;
    page.key(Key::F2).await?;
    page.wait("document.activeElement.id === 'cell'", "the field").await?;
    command(page, 'a').await?;
    page.keys("28 February 2018").await?;
    page.key(Key::Enter).await?;
    page.wait("!document.querySelector('.grid [aria-invalid], #pane-problems .wrong, .stale')", "no problem")
        .await?;
    let cell = page.eval(&format!("return {CELLS}[1][1]"), &[]).await?;
    assert_eq!(cell, "2018-02-28");
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

async fn the_grid_has_the_keys_of_a_grid(page: &mut Page) -> Result<()> {
    begin(page, EN, 0).await?;
    let last = page.eval("return document.querySelector('.grid').ariaColCount", &[]).await?;
    let last = last.as_str().unwrap_or_default().to_owned();
    let control: &[Key] = &[Key::Control];
    for (held, key, row, column) in [
        (&[][..], Key::Right, "2", "3"),
        (&[], Key::Down, "3", "3"),
        (&[], Key::End, "3", &*last),
        (&[], Key::Right, "3", &*last),
        (&[], Key::Home, "3", "2"),
        (&[], Key::Left, "3", "2"),
        (control, Key::End, "6", &*last),
        (&[], Key::Down, "6", &*last),
        (control, Key::Home, "2", "2"),
        (&[], Key::Up, "2", "2"),
        (&[], Key::PageDown, "6", "2"),
        (&[], Key::PageUp, "2", "2"),
    ] {
        page.chord(held, key).await?;
        let wanted = format!("{FOCUS}.join() === '{row},{column}'");
        page.wait(&wanted, &format!("row {row}, column {column}")).await?;
    }
    // What is typed takes the place; Escape takes it back.
    page.keys("X").await?;
    page.wait("document.activeElement.value === 'X'", "the field").await?;
    page.key(Key::Escape).await?;
    page.wait(&format!("{FOCUS}.join() === '2,2'"), "the cell").await?;
    assert_eq!(
        page.eval("return document.activeElement.textContent", &[]).await?,
        "The council votes for a bridge"
    );
    // Tab leaves; there is one cell to come back to.
    page.key(Key::Tab).await?;
    page.wait("!document.activeElement.closest('.grid')", "another place").await?;
    page.chord(&[Key::Shift], Key::Tab).await?;
    page.wait(&format!("{FOCUS}.join() === '2,2'"), "the cell again").await?;
    // Rows move, and it is said.
    page.chord(&[Key::Alt], Key::Down).await?;
    page.wait("document.querySelector('[role=status]').textContent === 'Moved to row 2'", "what is said")
        .await?;
    assert_eq!(page.eval(&format!("return {FOCUS}"), &[]).await?, json!(["3", "2"]));
    command(page, Key::Enter.into()).await?;
    page.wait("document.querySelector('.grid').ariaRowCount === '7'", "a new row").await?;
    page.key(Key::Enter).await?;
    page.wait("document.activeElement.id === 'cell'", "the field").await?;
    page.keys("New").await?;
    page.key(Key::Tab).await?;
    page.wait(&format!("{FOCUS}.join() === '4,3' && {CELLS}[2][0] === 'New'"), "the next cell").await
}

async fn what_is_done_is_undone_and_done_again(page: &mut Page) -> Result<()> {
    begin(page, EN, 0).await?;
    let cells = page.eval(&format!("return {CELLS}"), &[]).await?;
    page.key(Key::Delete).await?;
    page.wait(&format!("{CELLS}[0][0] === ''"), "an empty cell").await?;
    page.chord(&[Key::Alt], Key::Down).await?;
    page.wait(&format!("{CELLS}[1][0] === ''"), "the row").await?;
    command(page, 'z').await?;
    command(page, 'z').await?;
    page.wait(&format!("JSON.stringify({CELLS}) === {}", json!(cells.to_string())), "all as it was").await?;
    command(page, 'y').await?;
    page.wait(&format!("{CELLS}[0][0] === ''"), "the empty cell again").await?;
    page.chord(&[Key::Control, Key::Shift], 'Z').await?;
    page.wait(&format!("{CELLS}[1][0] === ''"), "the moved row again").await
}

async fn a_problem_leads_to_its_cell(page: &mut Page) -> Result<()> {
    page.resize(360, 740).await?;
    begin(page, "/editor/", 1).await?;
    page.key(Key::Delete).await?;
    page.wait("document.querySelector('.tabs button:nth-child(4) .count')", "the count").await?;
    page.click(&[".tabs button:nth-child(4)"]).await?;
    page.click(&["#pane-problems .wrong button"]).await?;
    page.wait(&format!("{FOCUS}.join() === '2,2'"), "the cell").await?;
    // In the form, where the table has no cell for it.
    page.click(&[".tabs button:nth-child(3)"]).await?;
    page.eval("document.querySelector('#field-measures-0-text').querySelector('textarea').focus()", &[])
        .await?;
    command(page, 'a').await?;
    page.key(Key::Delete).await?;
    page.key(Key::Tab).await?;
    page.click(&[".tabs button:nth-child(4)"]).await?;
    let problem = "[...document.querySelectorAll('#pane-problems .wrong button')].find((button) => button.textContent.includes('措施'))";
    page.wait(problem, "the problem").await?;
    page.eval(&format!("{problem}.click()"), &[]).await?;
    page.wait("document.activeElement.id.startsWith('field-measures-0-text')", "the field").await
}

/// A field of the model is in the form, whoever knows of it; here those of events.
async fn every_field_is_in_the_form(page: &mut Page) -> Result<()> {
    begin(page, EN, 0).await?;
    let schema = plan_widgets::model::schema();
    let fields = schema["$defs"]["Event"]["properties"].as_object().context("an event has properties")?;
    for field in fields.keys() {
        let id = format!("#pane-form [id^='field-{field}']");
        assert_eq!(
            page.eval("return !!document.querySelector(arguments[0])", &[json!(id)]).await?,
            true,
            "{field}"
        );
    }
    // What is typed there is in the table.
    page.click(&["#field-title-en"]).await?;
    command(page, 'a').await?;
    page.keys("A vote").await?;
    page.key(Key::Tab).await?;
    page.wait(&format!("{CELLS}[0][0] === 'A vote'"), "the cell").await?;
    page.wait(&format!("{TITLES}[0] === 'A vote'"), "the timeline").await
}

/// Chooses a file, as if somebody had.
async fn choose(page: &Page, name: &str, bytes: &[u8]) -> Result<()> {
    let js = "const bytes = Uint8Array.from(atob(arguments[1]), (c) => c.charCodeAt(0));
        const data = new DataTransfer(); data.items.add(new File([bytes], arguments[0]));
        const input = document.querySelector('#file'); input.files = data.files;
        input.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(js, &[json!(name), json!(BASE64_STANDARD.encode(bytes))]).await.map(drop)
}

async fn a_spreadsheet_is_opened(page: &mut Page) -> Result<()> {
    let sheets = xtask::root().join("tests/package/sheets");
    open(page, EN).await?;
    for name in ["harbour.xlsx", "harbour.ods", "harbour.zh.csv"] {
        choose(page, name, &fs::read(sheets.join(name))?).await?;
        page.wait(&format!("document.querySelector('#pane-problems').textContent.includes('{name}')"), name)
            .await?;
        checked(page).await?;
        page.wait("document.querySelector('.grid .asked')", "what isn't certain").await?;
    }
    let plan = xtask::root().join("tests/school/plan.json");
    choose(page, "plan.json", &fs::read(plan)?).await?;
    page.wait("document.querySelector('[role=status]').textContent.startsWith('plan.json')", "the plan")
        .await?;
    choose(page, "picture.png", b"\x89PNG\r\n\x1a\n").await?;
    page.wait("document.querySelector('[role=status]').textContent.includes('PNG')", "the refusal").await?;
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

/// What a press gives the reader as a file: its name and its bytes.
async fn taken(page: &Page, button: &str) -> Result<(String, Vec<u8>)> {
    let js = "window.given = []; URL.createObjectURL = (blob) => { given.unshift(blob); return 'blob:none' };
        HTMLAnchorElement.prototype.click = function () { given.push(this.download) }";
    page.run(js, &[]).await?;
    if page.eval("return document.querySelector('.take').open", &[]).await? == false {
        page.click(&[".take summary"]).await?;
    }
    page.click(&[button]).await?;
    page.wait("window.given.length === 2", "the file").await?;
    let js = "const bytes = new Uint8Array(await given[0].arrayBuffer()); let text = '';
        for (const byte of bytes) text += String.fromCharCode(byte); return [given[1], btoa(text)]";
    let given = page.run(js, &[]).await?;
    let name = given[0].as_str().unwrap_or_default().to_owned();
    Ok((name, BASE64_STANDARD.decode(given[1].as_str().unwrap_or_default())?))
}

async fn the_folder_is_taken_away_and_works(page: &mut Page) -> Result<()> {
    begin(page, EN, 3).await?;
    page.wait("document.querySelector('.menu button:nth-of-type(3):enabled')", "a valid plan").await?;
    let (name, plan) = taken(page, ".menu button:nth-of-type(2)").await?;
    assert_eq!(name, "plan.json");
    plan_widgets::Plan::from_json(str::from_utf8(&plan)?)?;
    let (name, bytes) = taken(page, ".menu button:nth-of-type(1)").await?;
    assert_eq!(name, "school.zip");
    let into = xtask::target().join("built").join(engine::name(page.engine())).join("editor");
    if into.exists() {
        fs::remove_dir_all(&into)?;
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
    for index in 0..archive.len() {
        let mut file = archive.by_index(index)?;
        let path = into.join(file.enclosed_name().context("a name")?);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("")))?;
        let mut content = Vec::new();
        file.read_to_end(&mut content)?;
        fs::write(path, content)?;
    }
    // What the command makes of it is the same to the letter.
    let by_command = into.join("command");
    let cli = xtask::root().join("pkg/dist/cli.js");
    let mut command = Command::new("node");
    command.arg(cli).arg("build").arg(into.join("school/plan.json")).arg("--out").arg(&by_command);
    let output = command.env("LC_ALL", "C").output()?;
    anyhow::ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files = xtask::files(&by_command)?;
    assert_eq!(files, xtask::files(&into.join("school"))?);
    for file in files {
        assert_eq!(
            fs::read(by_command.join(&file))?,
            fs::read(into.join("school").join(&file))?,
            "{}",
            file.display()
        );
    }
    // And a page shows it.
    page.click(&[".menu button:nth-of-type(3)"]).await?;
    page.wait("document.querySelector('#snippet')?.value.includes('<plan-timeline')", "the snippet").await?;
    let snippet = page.eval("return document.querySelector('#snippet').value", &[]).await?;
    let url = format!("/built/{}/editor/school/index.html", engine::name(page.engine()));
    page.goto(&url).await?;
    let pre =
        page.eval("return [...document.querySelectorAll('pre')].map((pre) => pre.textContent)", &[]).await?;
    assert!(pre.as_array().is_some_and(|all| all.contains(&snippet)), "{snippet}");
    let js = "await import('/dist/timeline.js'); document.body.insertAdjacentHTML('beforeend', arguments[0])";
    let element = snippet.as_str().and_then(|snippet| snippet.lines().last()).unwrap_or_default().to_owned();
    page.run(js, &[json!(element)]).await?;
    page.wait("document.querySelector('plan-timeline').scrollIntoView() || document.querySelector('plan-timeline').shadowRoot?.querySelector('[data-row]')", "the timeline").await?;
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

async fn ten_thousand_rows_are_few_nodes(page: &mut Page) -> Result<()> {
    const ROWS: usize = 10_000;
    const NODES: &str = "return document.querySelectorAll('#editor .grid *').length";
    open(page, EN).await?;
    let rows = (0..ROWS).map(|row| format!("Item {row}\t{}-{:02}\n", 1000 + row / 12, row % 12 + 1));
    paste(page, &format!("Title\tDate\n{}", rows.collect::<String>())).await?;
    page.wait(&format!("document.querySelector('.grid')?.ariaRowCount === '{}'", ROWS + 1), "the rows")
        .await?;
    page.wait("document.querySelector('#pane-problems .empty, #pane-problems h3')", "the check").await?;
    let first = page.eval(NODES, &[]).await?.as_u64().unwrap_or_default();
    assert!((50..600).contains(&first), "{first} nodes");
    for share in ["0.5", "1"] {
        page.eval(&format!("const g = document.querySelector('.grid'); g.scrollTop = {share} * (g.scrollHeight - g.clientHeight)"), &[]).await?;
        let seen = "(() => { const g = document.querySelector('.grid').getBoundingClientRect(); return document.elementFromPoint(g.x + 100, g.y + g.height / 2)?.closest('.body [role=row]') })()";
        page.wait(seen, "the rows that are seen").await?;
        let nodes = page.eval(NODES, &[]).await?.as_u64().unwrap_or_default();
        assert!(nodes < 600, "{nodes} nodes");
    }
    // The active cell is there, however far away.
    assert_eq!(
        page.eval(
            "return document.querySelector('.grid [tabindex=\"0\"]').closest('[role=row]').ariaRowIndex",
            &[]
        )
        .await?,
        "2"
    );
    page.eval("document.querySelector('.grid [tabindex=\"0\"]').focus()", &[]).await?;
    command(page, Key::End.into()).await?;
    page.wait(&format!("{FOCUS}[0] === '{}'", ROWS + 1), "the last row").await?;
    page.key(Key::Home).await?;
    page.key(Key::Enter).await?;
    page.wait("document.activeElement.id === 'cell'", "the field").await?;
    page.keys("!").await?;
    page.key(Key::Enter).await?;
    page.wait(&format!("document.activeElement.textContent === 'Item {}!'", ROWS - 1), "the last cell")
        .await?;
    page.click(&["#filter"]).await?;
    page.keys("item 99!").await?;
    page.wait("document.querySelector('.grid').ariaRowCount === '1'", "no row").await?;
    for _ in 0..2 {
        page.key(Key::Backspace).await?;
    }
    page.wait("document.querySelector('.grid').ariaRowCount === '1112'", "the rows with a 9").await
}

async fn a_draft_is_kept_when_asked_and_forgotten(page: &mut Page) -> Result<()> {
    begin(page, EN, 0).await?;
    page.click(&[".keep input"]).await?;
    page.wait("document.querySelector('[role=status]').textContent === 'The draft is kept'", "the draft")
        .await?;
    page.eval("document.querySelector('.grid [tabindex=\"0\"]').focus()", &[]).await?;
    page.key(Key::Delete).await?;
    page.wait("document.querySelector('#pane-problems .wrong')", "the check").await?;
    let kept = "return new Promise((done) => { const open = indexedDB.open('plan-widgets-editor'); open.onsuccess = () => {
        const get = open.result.transaction('drafts').objectStore('drafts').get('draft');
        get.onsuccess = () => { open.result.close(); done(get.result ? JSON.parse(get.result).events[0].title ?? 'none' : 'gone') } } })";
    for _ in 0..100 {
        if page.run(kept, &[]).await? == "none" {
            break;
        }
        page.draw().await?;
    }
    assert_eq!(page.run(kept, &[]).await?, "none");
    taken(page, ".menu button:nth-of-type(2)").await?;
    open(page, EN).await?;
    page.wait("document.querySelector('.beginning .group button')", "the draft").await?;
    page.click(&[".beginning .group button"]).await?;
    page.wait(&format!("{CELLS}[0]?.[0] === ''"), "the draft's table").await?;
    page.click(&[".bar .keep ~ button"]).await?;
    page.wait(
        "document.querySelector('[role=status]').textContent === 'The draft is forgotten'",
        "what is said",
    )
    .await?;
    for _ in 0..100 {
        if page.run(kept, &[]).await? == "gone" {
            break;
        }
        page.draw().await?;
    }
    assert_eq!(page.run(kept, &[]).await?, "gone");
    Ok(())
}

async fn rows_are_dragged(page: &mut Page) -> Result<()> {
    begin(page, EN, 0).await?;
    let titles = page.eval(&format!("return {CELLS}.map((row) => row[0])"), &[]).await?;
    // Real drags are the system's; these are what the page hears of one.
    let drag = "const row = (n) => document.querySelector(`.grid .body [aria-rowindex=\"${n}\"]`);
        const send = (node, type) => node.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() }));
        send(row(2).querySelector('[role=rowheader]'), 'dragstart'); send(row(4), 'dragover'); send(row(4), 'drop')";
    page.run(drag, &[]).await?;
    page.wait("document.querySelector('[role=status]').textContent === 'Moved to row 3'", "what is said")
        .await?;
    let moved = page.eval(&format!("return {CELLS}.map((row) => row[0])"), &[]).await?;
    assert_eq!((&moved[2], &moved[0]), (&titles[0], &titles[1]));
    Ok(())
}

async fn leaving_asks_while_something_is_unsaved(page: &mut Page) -> Result<()> {
    let asks = "const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); return event.defaultPrevented";
    page.goto(EN).await?;
    page.wait(LIVE, "the editor").await?;
    assert_eq!(page.run(asks, &[]).await?, false);
    page.click(&[".templates li button"]).await?;
    page.wait("document.querySelector('.menu button')", "the plan").await?;
    assert_eq!(page.run(asks, &[]).await?, true);
    taken(page, ".menu button:nth-of-type(2)").await?;
    assert_eq!(page.run(asks, &[]).await?, false);
    leave(page).await
}

async fn a_strict_policy_with_trusted_types_is_kept(page: &mut Page) -> Result<()> {
    for (_, path) in PAGES {
        open(page, &with_policy(path, POLICY)).await?;
        page.click(&[".templates li:nth-child(4) button"]).await?;
        checked(page).await?;
        page.key(Key::Enter).await?;
        page.wait("document.activeElement.id === 'cell'", "the field").await?;
        page.keys("!").await?;
        page.key(Key::Enter).await?;
        page.wait(&format!("{CELLS}[0][0].endsWith('!')"), "the cell").await?;
        page.click(&["#paste"]).await?;
        page.wait("document.activeElement.id === 'pasted'", "the field to paste into").await?;
        page.wait("document.querySelector('.menu button:nth-of-type(3):enabled')", "a valid plan").await?;
        page.click(&[".take summary"]).await?;
        page.click(&[".menu button:nth-of-type(3)"]).await?;
        page.wait("document.querySelector('#snippet')", "the snippet").await?;
        let said: Vec<_> =
            page.console().await?.into_iter().filter(|m| !m.text.contains("img-src")).collect();
        assert_eq!(said, vec![], "{path}");
        let foreign: Vec<_> = page.foreign_requests();
        assert!(foreign.is_empty());
    }
    Ok(())
}

const OVER: &str = "const d = document.documentElement; return Math.max(0, d.scrollWidth - d.clientWidth)";

async fn it_fits_and_axe_finds_nothing(page: &mut Page) -> Result<()> {
    for (scheme, (_, path)) in [Scheme::Light, Scheme::Dark].into_iter().zip(PAGES) {
        page.color_scheme(scheme).await?;
        for width in [320, 1600] {
            page.resize(width, 1000).await?;
            open(page, path).await?;
            assert_eq!(page.axe("html").await?, Vec::<String>::new(), "{path} at {width}");
            assert_eq!(page.eval(OVER, &[]).await?, 0, "{path} at {width}");
            page.click(&[".templates li:nth-child(4) button"]).await?;
            page.wait("document.querySelector('#pane-problems .empty')", "the check").await?;
            checked(page).await?;
            page.eval("document.querySelector('.grid [tabindex=\"0\"]').focus()", &[]).await?;
            page.key(Key::Delete).await?;
            page.wait("document.querySelector('#pane-problems .wrong')", "a problem").await?;
            page.click(&[".take summary"]).await?;
            assert_eq!(page.axe("html").await?, Vec::<String>::new(), "{path} at {width}, the menu");
            page.click(&[".take summary"]).await?;
            page.click(&["#paste"]).await?;
            let panes: &[usize] = if width == 320 { &[1, 2, 3, 4] } else { &[0] };
            for pane in panes {
                if *pane > 0 {
                    page.click(&[&format!(".tabs button:nth-child({pane})")]).await?;
                }
                page.eval("document.querySelectorAll('#editor details:not(.take)').forEach((each) => (each.open = true))", &[]).await?;
                page.draw().await?;
                assert_eq!(page.axe("html").await?, Vec::<String>::new(), "{path} at {width}, pane {pane}");
                assert_eq!(page.eval(OVER, &[]).await?, 0, "{path} at {width}, pane {pane}");
            }
            // The plan's own fields.
            if width == 320 {
                page.click(&[".tabs button:nth-child(1)"]).await?;
            }
            page.click(&[".sections button"]).await?;
            page.wait("document.querySelector('#languages')", "the plan").await?;
            assert_eq!(page.axe("html").await?, Vec::<String>::new(), "{path} at {width}, the plan");
            assert_eq!(page.eval(OVER, &[]).await?, 0, "{path} at {width}, the plan");
        }
    }
    Ok(())
}

async fn without_scripts_it_says_what_to_do(page: &mut Page) -> Result<()> {
    page.no_javascript().await?;
    for ((_, path), words) in PAGES.into_iter().zip(["编辑器要用 JavaScript", "The editor needs JavaScript"])
    {
        page.goto(path).await?;
        let text = page.text().await?;
        assert!(text.contains(words) && text.contains("npx plan-widgets import"), "{text}");
    }
    Ok(())
}

/// The command, ended when this is dropped.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

async fn the_command_serves_it(page: &mut Page) -> Result<()> {
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port().to_string();
    let file = xtask::root().join("tests/package/sheets/harbour.csv");
    let mut command = Command::new("node");
    command
        .arg(xtask::root().join("pkg/dist/cli.js"))
        .arg("edit")
        .arg(file)
        .args(["--port", &port, "--lang", "en"]);
    let mut served = Served(command.stdout(Stdio::piped()).spawn()?);
    let mut output = served.0.stdout.take().context("it has no output")?;
    let mut said = Vec::new();
    while !said.ends_with(b"\n") {
        let mut byte = [0];
        output.read_exact(&mut byte).context("the command doesn't start")?;
        said.push(byte[0]);
    }
    let said = String::from_utf8(said)?;
    let url = said.split_whitespace().find(|word| word.starts_with("http")).context("it names no URL")?;
    page.goto_url(url).await?;
    page.wait(&format!("{TITLES}.length > 2"), "the file's timeline").await?;
    let kept = page.eval("return document.querySelector('[role=status]').textContent", &[]).await?;
    assert!(kept.as_str().is_some_and(|said| said.contains("harbour.csv")), "{kept}");
    let js = "const of = async (path) => (await fetch(path)).status; return [await of('/dist/cli.js'), await of('/dist/../package.json'), await of('/file/other.csv')]";
    assert_eq!(page.eval_async(js, &[]).await?, json!([200, 404, 404]));
    leave(page).await
}

async fn pictures(page: &mut Page) -> Result<()> {
    for (scheme, name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark")] {
        page.color_scheme(scheme).await?;
        for (lang, path) in PAGES {
            for width in [320, 768, 1600] {
                page.resize(width, 1000).await?;
                open(page, path).await?;
                let picture = |part: &str| format!("editor-{lang}-{name}-{width}-{part}");
                page.picture(&picture("begin")).await?;
                page.click(&[".templates li button"]).await?;
                checked(page).await?;
                page.eval("document.querySelector('.grid [tabindex=\"0\"]').focus()", &[]).await?;
                page.key(Key::Right).await?;
                page.keys("3").await?;
                page.wait("document.activeElement.id === 'cell'", "the field").await?;
                page.keys("1 February").await?;
                page.key(Key::Enter).await?;
                page.wait("document.querySelector('#pane-problems .wrong')", "a problem").await?;
                page.eval("scrollTo(0, 0)", &[]).await?;
                page.draw().await?;
                page.picture(&picture("table")).await?;
                if width < 1100 {
                    for (index, pane) in [(2, "preview"), (3, "form"), (4, "problems")] {
                        page.click(&[&format!(".tabs button:nth-child({index})")]).await?;
                        page.eval("scrollTo(0, 0)", &[]).await?;
                        page.draw().await?;
                        page.picture(&picture(pane)).await?;
                    }
                }
            }
        }
    }
    Ok(())
}
