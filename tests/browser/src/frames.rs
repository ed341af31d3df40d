//! The pages for frames, in pages of others: their height, colors, options and links.

use std::time::Duration;

use anyhow::Result;
use serde_json::{Value, json};

use crate::emulate::Scheme;
use crate::guest::{POLICY, with_policy};
use crate::input::Key;
use crate::page::Page;

crate::tests! {
    the_height_settles;
    widths_that_vary_leave_nothing_behind;
    a_height_of_the_hosts_own_is_no_loop;
    a_host_that_is_slow_is_no_loop;
    a_frame_may_come_late_or_hidden;
    a_sandboxed_frame_is_live;
    a_sandboxed_frame_can_be_read;
    listeners_of_others_understand;
    strangers_are_not_heard;
    colors_are_the_hosts;
    links_go_both_ways;
    a_link_finds_its_item_on_another_origin;
    what_was_selected_before_our_script_came_is_sent;
    several_frames_and_scripts_agree;
    options_stand_in_the_query;
    unframed_it_is_a_page;
    everybody_can_use_the_pages;
    without_javascript_it_can_be_read;
}

const HOST: &str = "/tests/frames/host.html";

/// The page in the frame.
const EMBED: &str = "/embed/timeline/";

/// When the first frame's widget is live.
const LIVE: &str = "frames[0].document.querySelector('plan-timeline').shadowRoot.querySelector('[data-row]')";

/// When the first frame is as high as what is in it.
const FITS: &str =
    "Math.abs(frames[0].innerHeight - frames[0].document.body.getBoundingClientRect().height) <= 1";

/// As long as anything may take that a frame does by itself, in steps of the pages' own timers.
const QUIET_STEPS: u32 = 10;

/// How long the test of varying widths walks.
const WALK: Duration = Duration::from_secs(5);

async fn host(page: &Page, fragment: &str) -> Result<()> {
    page.goto(&format!("{HOST}{fragment}")).await?;
    page.eval("load('/dist/frame.js')", &[]).await?;
    Ok(())
}

async fn add(page: &Page, attributes: Value) -> Result<()> {
    page.eval("add(arguments[0])", &[attributes]).await?;
    Ok(())
}

/// A frame with the timeline in a page with our script, live.
async fn framed(page: &Page) -> Result<()> {
    host(page, "").await?;
    add(page, json!({ "src": EMBED, "height": "600" })).await?;
    page.wait(LIVE, "the live timeline").await
}

async fn width(page: &Page, width: u32) -> Result<()> {
    page.eval("document.querySelector('main').style.width = `${arguments[0]}px`", &[json!(width)]).await?;
    Ok(())
}

/// Waits as long as anything may take that a frame does by itself. The time is that of the page's and the frame's timers
/// and pictures, one after the other: what makes the frame late makes them late as well.
async fn still(page: &Page) -> Result<()> {
    stills(page, 1).await
}

async fn stills(page: &Page, times: u32) -> Result<()> {
    let wait = "const timer = (w, ms = 25) => new Promise((done) => w.setTimeout(done, ms));
        for (let left = arguments[0]; left > 0; left--) {
          await timer(window);
          let inside = window;
          try { inside = frames[0]?.document ? frames[0] : window } catch {} // of another origin
          // A frame that is hidden, or taken out meanwhile, may have neither timers nor pictures.
          await Promise.race([
            timer(inside).then(() => new Promise((done) => inside.requestAnimationFrame(done))),
            timer(window, 200),
          ]);
        }";
    for _ in 0..times {
        page.eval_async(wait, &[json!(QUIET_STEPS)]).await?;
    }
    Ok(())
}

/// How many heights were sent when no more come for a while.
async fn quiet(page: &Page) -> Result<Value> {
    let mut sent = Value::Null;
    for _ in 0..20 {
        let now = page.eval("return heights().length", &[]).await?;
        if now == sent {
            break;
        }
        sent = now;
        still(page).await?;
    }
    Ok(sent)
}

/// Whether the first frame scrolls by itself.
const SCROLLS: &str = "(({ style }) => style.overflow !== 'hidden')(frames[0].document.documentElement)";

async fn the_height_settles(page: &mut Page) -> Result<()> {
    framed(page).await?;
    page.eval("document.body.style.background = 'beige'", &[]).await?; // for the picture: the frame has a ground of its own
    for px in [320, 480, 720, 1200] {
        width(page, px).await?;
        let fits = format!("frames[0].innerWidth === {px} && {FITS} && !{SCROLLS}");
        page.wait(&fits, &format!("the height at {px}")).await?;
        let sent = quiet(page).await?; // lanes may come after the list
        still(page).await?;
        assert_eq!(page.eval(&format!("return {fits}"), &[]).await?, true, "{px}");
        assert_eq!(page.eval("return heights().length", &[]).await?, sent, "{px}");
        page.picture(&format!("frame-{px}")).await?;
    }
    silent(page).await
}

/// Neither the host nor the frame has complained.
async fn silent(page: &Page) -> Result<()> {
    assert_eq!(page.console().await?, vec![]);
    let inside = "return frames.length && frames[0].__probe.messages";
    assert_eq!(page.eval(inside, &[]).await?, json!([]));
    Ok(())
}

/// Widths go up and down for some seconds: each is answered by few messages, and in the end all is as it was.
async fn widths_that_vary_leave_nothing_behind(page: &mut Page) -> Result<()> {
    framed(page).await?;
    width(page, 700).await?;
    page.wait(&format!("frames[0].innerWidth === 700 && {FITS}"), "the height").await?;
    still(page).await?;
    let walk = "
        const { style } = document.querySelector('main'), frame = document.querySelector('iframe'), before = frame.clientHeight;
        heard.length = 0;
        let steps = 0;
        for (const end = performance.now() + arguments[0]; performance.now() < end; steps++) {
          style.width = `${Math.round(760 + 440 * Math.sin(steps / 7))}px`;
          await new Promise((done) => setTimeout(done, 60));
        }
        style.width = '700px';
        await new Promise((done) => setTimeout(done, 1500));
        const sent = heights().length;
        await new Promise((done) => setTimeout(done, 1000));
        return [frame.clientHeight - before, heights().length - sent, sent / steps, steps]";
    let walked = page.eval_async(walk, &[json!(WALK.as_millis() as u64)]).await?;
    assert_eq!(
        (&walked[0], &walked[1]),
        (&json!(0), &json!(0)),
        "drift, and messages when all is still: {walked}"
    );
    assert!(walked[2].as_f64().is_some_and(|each| each > 0.0 && each <= 1.0), "messages per width: {walked}");
    Ok(())
}

/// A host's own rule for frames gives way to our script; without it the frame scrolls, and says nothing more.
async fn a_height_of_the_hosts_own_is_no_loop(page: &mut Page) -> Result<()> {
    framed(page).await?;
    page.eval("document.querySelector('main').className = 'full'", &[]).await?;
    page.wait(&format!("{FITS} && !{SCROLLS}"), "the height").await?;

    for (class, height) in [("full high", 3000), ("full", 150)] {
        page.goto(HOST).await?;
        page.eval("document.querySelector('main').className = arguments[0]", &[json!(class)]).await?;
        width(page, 400).await?;
        add(page, json!({ "src": EMBED })).await?;
        page.wait(LIVE, "the live timeline").await?;
        let sent = quiet(page).await?;
        assert!(sent.as_u64().is_some_and(|sent| (1..6).contains(&sent)), "{sent}");
        still(page).await?;
        assert_eq!(page.eval("return heights().length", &[]).await?, sent, "{class}");
        let reach = format!(
            "frames[0].scrollTo(0, 1e6); return [frames[0].innerHeight, {SCROLLS}, frames[0].scrollY > 500]"
        );
        assert_eq!(page.eval(&reach, &[]).await?, json!([height, true, true]), "{class}");
    }
    Ok(())
}

/// Hosts that take a height late, or only some of it, again and again.
async fn a_host_that_is_slow_is_no_loop(page: &mut Page) -> Result<()> {
    page.goto(HOST).await?;
    page.eval("addEventListener('message', ({ data }) => data.planFrame?.height && setTimeout(() => document.querySelector('iframe').height = data.planFrame.height, 700))", &[]).await?;
    add(page, json!({ "src": EMBED, "height": "600" })).await?;
    page.wait(LIVE, "the live timeline").await?;
    stills(page, 8).await?;
    let sent = page.eval("return heights().length", &[]).await?;
    stills(page, 2).await?;
    assert_eq!(page.eval(&format!("return [heights().length, {FITS}]"), &[]).await?, json!([sent, true]));
    Ok(())
}

async fn a_frame_may_come_late_or_hidden(page: &mut Page) -> Result<()> {
    host(page, "").await?;
    page.eval("document.querySelector('p').style.height = '9000px'", &[]).await?;
    add(page, json!({ "src": EMBED, "height": "600", "loading": "lazy" })).await?;
    still(page).await?;
    page.eval("document.querySelector('iframe').scrollIntoView()", &[]).await?;
    page.wait(&format!("{LIVE} && {FITS}"), "the height of a lazy frame").await?;

    host(page, "").await?;
    // From the beginning: one that is seen for a moment has spoken.
    add(page, json!({ "src": EMBED, "height": "600", "hidden": "", "style": "display: none" })).await?;
    page.wait("frames[0].document.querySelector('plan-timeline')?.shadowRoot", "the hidden page").await?;
    page.eval("heard.length = 0", &[]).await?;
    still(page).await?;
    assert_eq!(page.eval("return heights()", &[]).await?, json!([]));
    page.eval("document.querySelector('iframe').style.display = ''; document.querySelector('iframe').hidden = false", &[]).await?;
    page.wait(&format!("{LIVE} && {FITS}"), "the height of a frame that was hidden").await
}

/// With no origin of its own the page can't count on `'self'`: where its policy names the host, it is live everywhere.
async fn a_sandboxed_frame_is_live(page: &mut Page) -> Result<()> {
    let policy = POLICY.replace("'self'", page.origin());
    host(page, "#item=business-hub").await?;
    let src = with_policy("/tests/frames/bare.html", &policy);
    add(page, json!({ "src": src, "height": "600", "sandbox": "allow-scripts", "data-deep-link": "" }))
        .await?;
    page.wait("heights().at(-1) > 1000", "a height").await?;
    still(page).await?;
    let height =
        page.eval("return [document.querySelector('iframe').clientHeight, heights().at(-1)]", &[]).await?;
    assert_eq!(height[0], height[1]);
    page.picture("frame-sandboxed").await?;
    let inside = "return [origin, __probe.messages, document.querySelector('plan-timeline').item, Math.ceil(document.body.getBoundingClientRect().height)]";
    assert_eq!(in_frame(page, inside).await?, json!(["null", [], "business-hub", height[1]]));
    let select = "document.querySelector('plan-timeline').shadowRoot.querySelector('[part=legend] [value=complete]').click()";
    in_frame(page, select).await?;
    page.wait("location.hash === '#stage=complete&item=business-hub'", "the stage in the host's URL").await?;
    assert_eq!(in_frame(page, "return __probe.messages").await?, json!([]));
    Ok(())
}

/// What is blocked in a sandbox is never what can be read.
async fn a_sandboxed_frame_can_be_read(page: &mut Page) -> Result<()> {
    page.goto(HOST).await?;
    for (sandbox, policy) in [("allow-scripts", "default-src 'none'"), ("", "")] {
        add(page, json!({ "src": with_policy(EMBED, policy), "height": "600", "sandbox": sandbox })).await?;
        still(page).await?;
        let client = page.client()?.clone();
        client.enter_frame(0).await?;
        let text = page.text().await;
        client.enter_parent_frame().await?;
        assert!(text?.contains("广湛高铁"), "{policy}");
        page.eval("document.querySelector('iframe').remove()", &[]).await?;
    }
    Ok(())
}

/// Runs a function body in the first frame, whatever its origin.
async fn in_frame(page: &Page, js: &str) -> Result<Value> {
    let client = page.client()?.clone();
    client.enter_frame(0).await?;
    let result = page.eval(js, &[]).await;
    client.enter_parent_frame().await?;
    result
}

/// What newsrooms have already: whether each of their listeners makes the frame as high as it is, or as high as it allows.
async fn listeners_of_others_understand(page: &mut Page) -> Result<()> {
    for (listener, src, fits) in [
        ("datawrapper", EMBED, true),
        ("datawrapper, by URL", "/embed/timeline/?topic=transport", true),
        ("amp", EMBED, true),
        ("medium", EMBED, true),
        ("pym", "/embed/timeline/?initialWidth=700&childId=plan&parentTitle=&parentUrl=x", true),
        ("wordpress", "/embed/timeline/#?secret=aB3", false),
        ("wordpress", "/embed/timeline/#item=business-hub#?secret=aB3", false),
    ] {
        page.goto(HOST).await?;
        page.eval("listeners[arguments[0]]()", &[json!(listener)]).await?;
        add(page, json!({ "src": src, "height": "600", "data-secret": "aB3" })).await?;
        page.wait(LIVE, "the live timeline").await?;
        let taken = if fits {
            format!("{FITS} && !{SCROLLS}")
        } else {
            format!("frames[0].innerHeight === 1000 && {SCROLLS}")
        };
        page.wait(&taken, listener).await?;
        let item = page.eval("return frames[0].document.querySelector('plan-timeline').item", &[]).await?;
        assert_eq!(item == "business-hub", src.contains("business-hub"), "{src}");
    }
    // Each says its own only to those who ask for it.
    page.goto("/tests/empty.html").await?; // where a page is loaded again, Firefox may give its frame the last URL
    page.goto(HOST).await?;
    add(page, json!({ "src": EMBED })).await?;
    page.wait(LIVE, "the live timeline").await?;
    let others = "return heard.map(({ data }) => data).filter((data) => data.message || /^pym/.test(data))";
    assert_eq!(page.eval(others, &[]).await?, json!([]));
    Ok(())
}

async fn strangers_are_not_heard(page: &mut Page) -> Result<()> {
    framed(page).await?;
    page.wait(FITS, "the height").await?;
    still(page).await?; // lanes may come after the list
    let height = page.eval("return frames[0].innerHeight", &[]).await?;
    add(page, json!({ "src": "/tests/frames/stranger.html" })).await?;
    page.wait("frames[1].send", "the stranger").await?;
    page.eval("frames[1].send({ planFrame: { height: 77 } }); frames[1].send({ planFrame: { state: '&item=x', top: 5 } });
        postMessage({ planFrame: { height: 77 } }, '*'); postMessage(null, '*'); postMessage('planFrame', '*')", &[]).await?;
    for height in ["-1", "0", "NaN", "Infinity", "1e9", "'x'", "null", "{}"] {
        page.eval(&format!("frames[1].send({{ planFrame: {{ height: {height} }} }})"), &[]).await?;
    }
    page.wait("heard.some(({ data }) => data === 'planFrame') && heights().includes('x')", "the messages")
        .await?;
    let now = "return [frames[0].innerHeight, document.querySelectorAll('iframe')[1].style.height, location.hash, scrollY]";
    assert_eq!(page.eval(now, &[]).await?, json!([height, "77px", "", 0]));
    // Nor does the frame hear others than its host.
    page.eval(
        "frames[1].sendSibling({ planFrame: { scheme: 'dark', start: '', state: ['&item=business-hub'] } })",
        &[],
    )
    .await?;
    still(page).await?;
    let inside = "return [frames[0].document.documentElement.style.colorScheme, frames[0].location.hash]";
    assert_eq!(page.eval(inside, &[]).await?, json!(["light", ""]));
    silent(page).await
}

/// What the host says of itself, whatever the system prefers.
async fn colors_are_the_hosts(page: &mut Page) -> Result<()> {
    let ink = "return frames[0].getComputedStyle(frames[0].document.querySelector('plan-timeline').shadowRoot.querySelector('.plan-root')).color";
    let (light, dark) = ("rgb(29, 32, 36)", "rgb(232, 230, 225)");
    for (system, hosts, expected) in [
        (Scheme::Light, "normal", light),
        (Scheme::Light, "dark", dark),
        (Scheme::Light, "only dark", dark),
        (Scheme::Light, "light dark", light),
        (Scheme::Dark, "normal", light),
        (Scheme::Dark, "light", light),
        (Scheme::Dark, "light dark", dark),
    ] {
        page.color_scheme(system).await?;
        host(page, "").await?;
        page.eval("document.documentElement.style.colorScheme = arguments[0]", &[json!(hosts)]).await?;
        add(page, json!({ "src": EMBED, "height": "600" })).await?;
        page.wait(&format!("{LIVE} && heights().length"), "the live timeline, and its first word").await?;
        page.draw().await?;
        assert_eq!(page.eval(ink, &[]).await?, expected, "{hosts} under {system:?}");
    }
    // The host changes; a query goes before it.
    page.eval("document.documentElement.style.colorScheme = 'light'", &[]).await?;
    let is = |color: &str| format!("(() => {{ {ink} }})() === '{color}'");
    page.wait(&is(light), "the host's new scheme").await?;
    add(page, json!({ "src": format!("{EMBED}?color-scheme=dark") })).await?;
    page.eval("document.querySelector('iframe').remove()", &[]).await?;
    page.wait(&format!("{LIVE} && {}", is(dark)), "the query's scheme").await?;
    page.picture("frame-dark-by-query").await?;
    Ok(())
}

/// The first frame's element.
const ELEMENT: &str = "frames[0].document.querySelector('plan-timeline')";

async fn links_go_both_ways(page: &mut Page) -> Result<()> {
    for (name, before) in [("", ""), ("a", "a.")] {
        page.goto("/tests/empty.html").await?; // else only the fragment would be another
        page.goto(&format!("{HOST}#section-2&{before}item=business-hub")).await?;
        page.eval("document.querySelector('p').style.height = '4000px'", &[]).await?;
        add(page, json!({ "src": EMBED, "height": "600", "loading": "lazy", "data-deep-link": name }))
            .await?;
        page.eval("load('/dist/frame.js')", &[]).await?; // after the frame, which wouldn't come by itself
        page.wait(LIVE, "the live timeline").await?;
        page.wait(&format!("{ELEMENT}.item === 'business-hub'"), "the item of the host's URL").await?;
        let seen = |item: &str| {
            format!(
                "(() => {{ const rect = {ELEMENT}.shadowRoot.querySelector('[part=panel], [part=card], details[open][data-item={item}]').getBoundingClientRect(), top = rect.top + document.querySelector('iframe').getBoundingClientRect().top; return top >= 0 && top < innerHeight }})()"
            )
        };
        page.wait(&seen("business-hub"), "the item in sight").await?;
        stills(page, 2).await?;
        // Once: then the reader may go where they will.
        page.eval("scrollTo(0, 0)", &[]).await?;
        page.eval("document.documentElement.className = 'other'", &[]).await?;
        still(page).await?;
        assert_eq!(page.eval("return scrollY", &[]).await?, 0);

        page.eval("location.hash = arguments[0]", &[json!(format!("section-2&{before}item=subcentre-city"))])
            .await?;
        page.wait(&format!("{ELEMENT}.item === 'subcentre-city'"), "the item of the host's new URL").await?;
        page.wait(&seen("subcentre-city"), "the new item in sight").await?;

        let length = page.eval("return history.length", &[]).await?;
        page.eval(
            &format!("{ELEMENT}.shadowRoot.querySelector('[part=legend] [value=complete]').click()"),
            &[],
        )
        .await?;
        page.wait(
            &format!("location.hash.includes('&{before}stage=complete')"),
            "the stage in the host's URL",
        )
        .await?;
        let hash = format!("#section-2&{before}stage=complete&{before}item=subcentre-city");
        assert_eq!(page.eval("return [location.hash, history.length]", &[]).await?, json!([hash, length]));
        silent(page).await?;
    }
    // Without the attribute neither knows of the other's.
    page.goto("/tests/empty.html").await?;
    host(page, "#item=business-hub").await?;
    add(page, json!({ "src": EMBED })).await?;
    page.wait(LIVE, "the live timeline").await?;
    page.eval(&format!("{ELEMENT}.shadowRoot.querySelector('[part=legend] [value=complete]').click()"), &[])
        .await?;
    page.wait("frames[0].location.hash.includes('stage=complete')", "the stage in the frame's URL").await?;
    still(page).await?;
    assert_eq!(page.eval("return location.hash", &[]).await?, "#item=business-hub");
    Ok(())
}

/// A host's script may come long after the reader.
async fn what_was_selected_before_our_script_came_is_sent(page: &mut Page) -> Result<()> {
    page.goto(HOST).await?;
    add(page, json!({ "src": EMBED, "data-deep-link": "a" })).await?;
    page.wait(LIVE, "the live timeline").await?;
    page.eval(&format!("{ELEMENT}.shadowRoot.querySelector('[part=legend] [value=complete]').click()"), &[])
        .await?;
    page.wait("frames[0].location.hash.includes('stage=complete')", "the stage in the frame's URL").await?;
    page.eval("load('/dist/frame.js')", &[]).await?;
    page.wait("location.hash === '#a.stage=complete'", "the stage in the host's URL").await?;
    Ok(())
}

/// Browsers draw nothing of a frame of another origin that nobody sees.
async fn a_link_finds_its_item_on_another_origin(page: &mut Page) -> Result<()> {
    page.goto(&format!("{HOST}#item=business-hub")).await?;
    page.eval("document.querySelector('p').style.height = '4000px'; load('/dist/frame.js')", &[]).await?;
    let src = format!("{}{EMBED}", page.foreign_origin());
    add(page, json!({ "src": src, "height": "600", "data-deep-link": "" })).await?;
    page.wait("scrollY > 3000", "the item in sight").await?;
    quiet(page).await?;
    still(page).await?;
    let frame = page.eval("const { top, height } = document.querySelector('iframe').getBoundingClientRect(); return [top, height, innerHeight]", &[]).await?;
    let inside = in_frame(page, "const e = document.querySelector('plan-timeline'); return [e.item, e.shadowRoot.querySelector('[part=panel], [part=card], details[open][data-item]').getBoundingClientRect().top, Math.ceil(document.body.getBoundingClientRect().height)]").await?;
    assert_eq!((&inside[0], &inside[2]), (&json!("business-hub"), &frame[1]));
    let at = frame[0].as_f64().zip(inside[1].as_f64()).map(|(frame, item)| frame + item);
    assert!(at.is_some_and(|at| (0.0..700.0).contains(&at)), "{frame} {inside}");
    Ok(())
}

async fn several_frames_and_scripts_agree(page: &mut Page) -> Result<()> {
    page.goto(&format!("{HOST}#b.item=business-hub")).await?;
    add(page, json!({ "src": format!("{EMBED}?topic=transport"), "data-deep-link": "a" })).await?;
    page.wait(LIVE, "a timeline before the script").await?;
    page.eval("load('/dist/frame.js'); load('/dist/frame.js?again')", &[]).await?;
    add(page, json!({ "src": EMBED, "data-deep-link": "b" })).await?;
    let fit = "[0, 1].every((n) => Math.abs(frames[n].innerHeight - frames[n].document.body.getBoundingClientRect().height) <= 1)";
    page.wait(&format!("{} && {fit}", LIVE.replace("frames[0]", "frames[1]")), "both heights").await?;
    let items = "return [0, 1].map((n) => frames[n].document.querySelector('plan-timeline').item)";
    assert_eq!(page.eval(items, &[]).await?, json!([null, "business-hub"]));
    page.eval(&format!("{ELEMENT}.shadowRoot.querySelector('[part=legend] [value=complete]').click()"), &[])
        .await?;
    page.wait(
        "location.hash === '#b.item=business-hub&a.topic=transport&a.stage=complete'",
        "both in the URL",
    )
    .await
}

async fn options_stand_in_the_query(page: &mut Page) -> Result<()> {
    let query = "?topic=transport&layout=list&lang=en&heading-level=3&src=/school/plan.json&progress=x&deep-link=b&onclick=alert(1)&style=color:red&id=x&class=x&hidden=&part=x&innerHTML=x";
    host(page, "").await?;
    add(page, json!({ "src": format!("{EMBED}{query}") })).await?;
    page.wait(&format!("{LIVE} && {ELEMENT}.shadowRoot.querySelector('h3')"), "the live timeline").await?;
    let names = format!(
        "return Object.fromEntries({ELEMENT}.getAttributeNames().map((name) => [name, {ELEMENT}.getAttribute(name)]))"
    );
    assert_eq!(
        page.eval(&names, &[]).await?,
        json!({ "lang": "en", "deep-link": "", "topic": "transport", "layout": "list", "heading-level": "3" })
    );
    silent(page).await
}

/// By itself it is a page: nothing is sent, and it scrolls.
async fn unframed_it_is_a_page(page: &mut Page) -> Result<()> {
    page.color_scheme(Scheme::Dark).await?;
    page.goto(EMBED).await?;
    page.eval("window.heard = []; addEventListener('message', ({ data }) => heard.push(data))", &[]).await?;
    page.wait(
        "document.querySelector('plan-timeline').shadowRoot.querySelector('[data-row]')",
        "the live timeline",
    )
    .await?;
    still(page).await?;
    let is = "return [heard, document.documentElement.style.overflow, getComputedStyle(document.documentElement).colorScheme]";
    assert_eq!(page.eval(is, &[]).await?, json!([[], "", "light"]));
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

/// On a phone, with a keyboard alone, by a screen reader; under the page's own policy.
async fn everybody_can_use_the_pages(page: &mut Page) -> Result<()> {
    for (path, tag, live) in [
        ("/embed/timeline/", "plan-timeline", "[data-row]"),
        ("/en/embed/timeline/transport/", "plan-timeline", "[data-row]"),
        ("/embed/deck/ocean/", "plan-goal-deck", "[data-row]"),
        ("/en/embed/goal/transport-hub/", "plan-goal-card", "[part=copy]:enabled"),
        ("/embed/glossary/", "plan-glossary", "button"),
    ] {
        page.goto(path).await?;
        let root = format!("document.querySelector('{tag}').shadowRoot");
        page.wait(&format!("{root}.querySelector('{live}')"), path).await?;
        for width in [320, 1200] {
            page.resize(width, 800).await?;
            page.draw().await?;
            let over = "const d = document.documentElement; return d.scrollWidth > d.clientWidth";
            assert_eq!(page.eval(over, &[]).await?, false, "{path} at {width}");
        }
        assert_eq!(page.axe("html").await?, Vec::<String>::new(), "{path}");
        page.key(Key::Tab).await?;
        let reached = format!(
            "const {{ activeElement: e }} = document.querySelector('{tag}').shadowRoot; return [e?.matches('input, button, summary, a'), e?.matches(':focus-visible'), e && getComputedStyle(e).outlineStyle !== 'none']"
        );
        assert_eq!(page.eval(&reached, &[]).await?, json!([true, true, true]), "{path}");
        assert_eq!(page.console().await?, vec![], "{path}");
    }
    Ok(())
}

async fn without_javascript_it_can_be_read(page: &mut Page) -> Result<()> {
    page.no_javascript().await?;
    page.goto(EMBED).await?;
    let text = page.text().await?;
    assert!(text.contains("广湛高铁") && text.len() > 2000, "{text}");
    Ok(())
}
