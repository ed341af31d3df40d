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
    a_frame_is_the_page_that_its_src_names;
    a_frame_that_goes_elsewhere_is_a_stranger;
    a_frame_has_no_more_of_the_url_than_its_own;
    values_of_any_type_do_nothing_in_the_host;
    values_of_any_type_do_nothing_in_the_page;
    messages_at_random_do_no_harm_in_the_host in Chromium; // one page of thousands: it is one script
    messages_at_random_do_no_harm_in_the_page in Chromium; // likewise
    what_a_reader_does_is_answered_to_who_has_spoken;
    a_host_is_written_to_seldom_and_without_its_router;
    colors_are_the_hosts;
    links_go_both_ways;
    a_link_finds_its_item_on_another_origin;
    what_was_selected_before_our_script_came_is_sent;
    a_frame_says_what_its_element_says;
    a_host_sets_what_is_shown;
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
    page.eval_async(NOTE_EVENTS, &[]).await?;
    page.eval("load('/dist/frame.js')", &[]).await?;
    Ok(())
}

/// Notes every event of ours that reaches the document: what it is, of what, and its detail.
const NOTE_EVENTS: &str = "const { EVENTS } = await import('/shell/options.js');
    if (window.fired) return; // only the fragment is another
    window.fired = [];
    for (const name of EVENTS) document.addEventListener(name, (event) =>
      fired.push([name, event.target.localName, event.bubbles, event.composed, event.detail]))";

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

/// A page that speaks as ours do.
const SPEAKER: &str = "/tests/frames/speaker.html";

/// The same under another address.
const OTHER: &str = "/tests/frames/other.html";

/// Has the first frame say something, and waits for it to have been heard.
async fn says(page: &Page, js: &str) -> Result<()> {
    in_frame(page, &format!("{js}; say('said')")).await?;
    page.wait("heard.some(({ data }) => data === 'said')", js).await?;
    page.eval("heard.length = 0", &[]).await?;
    Ok(())
}

/// Whether the host gives the first frame the height that it says, and fires the event that it tells of: both or neither.
async fn is_heard(page: &Page, claim: &str) -> Result<bool> {
    page.eval("fired.length = 0", &[]).await?;
    says(page, &format!("speak({{ height: 321, event: 'plan-select', detail: '{{}}' }}, {claim})")).await?;
    let height = page.eval("return document.querySelector('iframe').style.height", &[]).await?;
    page.eval("document.querySelector('iframe').style.height = ''", &[]).await?;
    let fired = page.eval("return fired.splice(0)", &[]).await?;
    let heard = height == "321px";
    assert_eq!(fired == json!([["plan-select", "iframe", true, true, {}]]), heard, "{fired} of {claim}");
    Ok(heard)
}

/// The page that a frame's `src` names, and no other, whatever that is and whatever it says.
async fn a_frame_is_the_page_that_its_src_names(page: &mut Page) -> Result<()> {
    let ready = "window.speak && document.readyState === 'complete'";
    let foreign = format!("{}{SPEAKER}", page.foreign_origin());
    let inline = format!("<script src='{0}/tests/frames/speaker.js'></script>", page.origin());
    let opaque = with_policy(SPEAKER, "sandbox allow-scripts");
    let lie = format!("'{}{SPEAKER}/'", page.origin());
    let own = "undefined";
    for (case, attributes, claim, heard) in [
        ("a path", json!({ "src": SPEAKER }), own, true),
        ("another origin", json!({ "src": foreign }), own, true),
        ("a query and a fragment", json!({ "src": format!("{SPEAKER}?a=/b#c") }), own, true),
        ("relative to the base", json!({ "src": "speaker.html" }), own, true),
        ("without a scheme", json!({ "src": foreign.trim_start_matches("http:") }), own, true),
        (
            "a sandbox with its origin",
            json!({ "src": foreign, "sandbox": "allow-scripts allow-same-origin" }),
            own,
            true,
        ),
        ("a sandbox without an origin", json!({ "src": foreign, "sandbox": "allow-scripts" }), own, true),
        ("a policy without an origin", json!({ "src": opaque }), own, false),
        ("another page of the origin", json!({ "src": SPEAKER }), "'http://localhost/other/'", false),
        ("no page", json!({ "src": SPEAKER }), "null", false),
        ("no text", json!({ "src": SPEAKER }), "[page]", false),
        ("another origin that lies", json!({ "src": foreign }), &lie, false),
        ("srcdoc", json!({ "srcdoc": inline }), own, false),
        ("srcdoc besides src", json!({ "src": SPEAKER, "srcdoc": inline }), own, false),
        (
            "srcdoc in a sandbox",
            json!({ "src": SPEAKER, "srcdoc": inline, "sandbox": "allow-scripts" }),
            own,
            false,
        ),
        ("data:", json!({ "src": format!("data:text/html,{inline}") }), own, false),
        (
            "data: that lies",
            json!({ "src": format!("data:text/html,{inline}") }),
            "location.href + '/'",
            false,
        ),
        (
            "data: in a sandbox",
            json!({ "src": format!("data:text/html,{inline}"), "sandbox": "allow-scripts" }),
            "location.href + '/'",
            false,
        ),
    ] {
        host(page, "").await?;
        let base = "document.head.prepend(Object.assign(document.createElement('base'), { href: '/tests/frames/' }))";
        page.eval(base, &[]).await?;
        add(page, attributes).await?;
        wait_in_frame(page, ready).await?;
        assert_eq!(is_heard(page, claim).await?, heard, "{case}");
        silent_host(page).await?;
    }
    // Made by the host itself.
    host(page, "").await?;
    let blob = "const text = `<script src='${location.origin}/tests/frames/speaker.js'></scr` + 'ipt>';
        return URL.createObjectURL(new Blob([text], { type: 'text/html' }))";
    let blob = page.eval(blob, &[]).await?;
    add(page, json!({ "src": blob })).await?;
    wait_in_frame(page, ready).await?;
    for claim in [own, "location.href + '/'"] {
        assert!(!is_heard(page, claim).await?, "blob:");
    }
    // Of two with one `src` each speaks for itself.
    host(page, "").await?;
    for _ in 0..2 {
        add(page, json!({ "src": SPEAKER })).await?;
    }
    page.wait("frames.length === 2 && frames[0].speak && frames[1].speak", "both").await?;
    assert!(is_heard(page, own).await?);
    assert_eq!(page.eval("return document.querySelectorAll('iframe')[1].style.height", &[]).await?, "");
    // A server puts the slash behind a folder.
    host(page, "").await?;
    add(page, json!({ "src": EMBED.trim_end_matches('/'), "height": "600" })).await?;
    page.wait(&format!("{LIVE} && {FITS}"), "the height").await
}

/// Waits for something in the first frame, whatever its origin.
async fn wait_in_frame(page: &Page, js_expression: &str) -> Result<()> {
    let client = page.client()?.clone();
    client.enter_frame(0).await?;
    let result = page.wait(js_expression, "the frame").await;
    client.enter_parent_frame().await?;
    result
}

/// The host has not complained.
async fn silent_host(page: &Page) -> Result<()> {
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

/// A frame that has gone elsewhere, is there later, or has got its `src` late.
async fn a_frame_that_goes_elsewhere_is_a_stranger(page: &mut Page) -> Result<()> {
    let foreign = format!("{}{SPEAKER}", page.foreign_origin());
    let ready = "window.speak && document.readyState === 'complete'";
    for elsewhere in [OTHER.to_owned(), foreign.clone()] {
        host(page, "#part&access_token=secret&item=business-hub").await?;
        add(page, json!({ "src": "about:blank", "data-deep-link": "" })).await?;
        page.eval("document.querySelector('iframe').src = arguments[0]", &[json!(SPEAKER)]).await?;
        wait_in_frame(page, &format!("{ready} && location.pathname === '{SPEAKER}'")).await?;
        assert!(is_heard(page, "undefined").await?);
        wait_in_frame(page, "heard.length").await?;
        let heard = in_frame(page, "return heard.map(({ planFrame }) => planFrame.state)").await?;
        assert_eq!(heard[0], json!({ "item": "business-hub" }), "{heard}");

        in_frame(page, &format!("location.href = '{elsewhere}'")).await?;
        let there = format!("{ready} && location.href.endsWith('{elsewhere}')");
        wait_in_frame(page, &there).await?;
        for claim in [
            "undefined".to_owned(),
            if elsewhere == foreign { format!("'{}{SPEAKER}/'", page.origin()) } else { "''".to_owned() },
        ] {
            assert!(!is_heard(page, &claim).await?, "{elsewhere}");
            says(page, &format!("speak({{ state: {{ item: 'x' }}, top: 5, keys: 'a' }}, {claim})")).await?;
        }
        // What is sent is sent to all.
        page.eval("document.documentElement.className = 'other'; document.querySelector('iframe').dataset.planTopic = 'secret'", &[]).await?;
        says(page, "speak({})").await?;
        let now = "return [location.hash, scrollY]";
        assert_eq!(page.eval(now, &[]).await?, json!(["#part&access_token=secret&item=business-hub", 0]));
        if elsewhere == foreign {
            assert_eq!(
                in_frame(page, "return heard").await?,
                json!([]),
                "nothing of the host's is sent there"
            );
        }

        page.eval("document.querySelector('iframe').src = arguments[0]", &[json!(SPEAKER)]).await?;
        wait_in_frame(page, &format!("{ready} && location.pathname === '{SPEAKER}'")).await?;
        assert!(is_heard(page, "undefined").await?, "it is back");
    }
    Ok(())
}

/// Frames see no more of the host's URL than is their own, and change no more of it.
async fn a_frame_has_no_more_of_the_url_than_its_own(page: &mut Page) -> Result<()> {
    let foreign = format!("{}{SPEAKER}", page.foreign_origin());
    let url = "#access_token=secret&item=business-hub&a.topic=sea&ab.topic=x&b.item=y";
    for (name, state, after) in [
        (None, json!({}), url),
        (
            Some(""),
            json!({ "item": "business-hub" }),
            "#access_token=secret&a.topic=sea&ab.topic=x&b.item=y&query=1%26a%3D2%23",
        ),
        (
            Some("a"),
            json!({ "topic": "sea" }),
            "#access_token=secret&item=business-hub&ab.topic=x&b.item=y&a.query=1%26a%3D2%23",
        ),
        (
            Some(".*"),
            json!({}),
            "#access_token=secret&item=business-hub&a.topic=sea&ab.topic=x&b.item=y&.*.query=1%26a%3D2%23",
        ),
    ] {
        page.goto("/tests/empty.html").await?;
        host(page, url).await?;
        let mut attributes = json!({ "src": foreign });
        if let Some(name) = name {
            attributes["data-deep-link"] = json!(name);
        }
        add(page, attributes).await?;
        wait_in_frame(page, "window.speak && document.readyState === 'complete'").await?;
        for greeting in ["{}", "{ keys: '.*' }", "{ keys: '(a+)+$' }"] {
            says(page, &format!("speak({greeting})")).await?;
        }
        wait_in_frame(page, "heard.length >= 3").await?;
        let heard = in_frame(page, "return heard.map(({ planFrame }) => planFrame)").await?;
        for message in heard.as_array().into_iter().flatten() {
            let whole = json!({ "scheme": "normal", "state": state, "attributes": {} });
            assert_eq!(message, &whole, "{name:?}");
        }
        says(page, "speak({ state: { query: '1&a=2#', access_token: 'x', '': 'y', 'item=z&a': 'z' } })")
            .await?;
        page.wait(&format!("location.hash === '{after}'"), after).await?;
        silent_host(page).await?;
    }
    Ok(())
}

/// Whatever can come by a message; nothing of it does anything, or throws.
const ANYTHING: &[&str] = &[
    "null",
    "undefined",
    "0",
    "7",
    "'planFrame'",
    "''",
    "true",
    "10n",
    "[]",
    "[[]]",
    "{}",
    "new Map([['planFrame', {}]])",
    "new Date(NaN)",
    "new ArrayBuffer(8)",
    "new Error('x')",
    "/x/",
    "{ planFrame: null }",
    "{ planFrame: 7 }",
    "{ planFrame: 'x' }",
    "{ planFrame: [] }",
    "{ planFrame: { page: { toString: 1, valueOf: 1 } } }",
    "{ toString: 1, valueOf: 1, message: { toString: 1 } }",
    "(() => { const all = { planFrame: {} }; all.planFrame.page = all; return all })()",
    "'pym'.repeat(1e6)",
    "{ 'datawrapper-height': null }",
];

/// The same in a message of ours: what has no height, no state and no place of its own.
const ANY_VALUES: &[&str] = &[
    "{ height: 0 }",
    "{ height: -1 }",
    "{ height: NaN }",
    "{ height: Infinity }",
    "{ height: 1e9 }",
    "{ height: 50001 }",
    "{ height: '77' }",
    "{ height: [77] }",
    "{ height: 77n }",
    "{ height: { valueOf: 1, toString: 1 } }",
    "{ height: new Date(77) }",
    "{ height: '77px; position: fixed' }",
    "{ state: 7 }",
    "{ state: 'item' }",
    "{ state: 'x'.repeat(1e7) }",
    "{ state: 7n }",
    "{ state: [['item', 'x']] }",
    "{ state: { item: ['x'] } }",
    "{ state: { item: { toString: 1, valueOf: 1 } } }",
    "{ state: { item: 'x'.repeat(1001) } }",
    "{ state: { access_token: 'x', constructor: 'y' } }",
    "{ state: new Map([['item', 'x']]) }",
    "(() => { const state = {}; state.item = state; return { state } })()",
    "{ top: NaN }",
    "{ top: Infinity }",
    "{ top: '5' }",
    "{ top: [5] }",
    "{ top: {} }",
    "{ keys: '(' }",
    "{ keys: ['item'] }",
    "{ keys: '(x+x+)+y' }",
    "{ event: 'click', detail: '{}' }",
    "{ event: 'plan-written', detail: '{}' }",
    "{ event: 'PLAN-SELECT', detail: '{}' }",
    "{ event: ['plan-select'], detail: '{}' }",
    "{ event: { toString: 1 }, detail: '{}' }",
    "{ event: 'plan-select' }",
    "{ event: 'plan-select', detail: null }",
    "{ event: 'plan-select', detail: 7n }",
    "{ event: 'plan-select', detail: { item: 'x' } }",
    "{ event: 'plan-select', detail: ['{}'] }",
    "{ event: 'plan-select', detail: new Map([['item', 'x']]) }",
    "(() => { const detail = {}; detail.item = detail; return { event: 'plan-select', detail } })()",
    "{ event: 'plan-select', detail: '' }",
    "{ event: 'plan-select', detail: 'null' }",
    "{ event: 'plan-select', detail: '\"x\"' }",
    "{ event: 'plan-select', detail: '[{}]' }",
    "{ event: 'plan-select', detail: '{\"item\":}' }",
    "{ event: 'plan-select', detail: '{\"__proto__\":{\"item\":\"x\"}}' }",
    "{ event: 'plan-select', detail: '{\"\\\\u005f_proto__\":{\"item\":\"x\"}}' }",
    "{ event: 'plan-select', detail: '{\"a\":[{\"constructor\":1}]}' }",
    "{ event: 'plan-select', detail: '{\"prototype\":{}}' }",
    "{ event: 'plan-select', detail: '{\"a\":[{\"b\":{}}]}' }",
    "{ event: 'plan-select', detail: '{\"a\":' + '['.repeat(40_000) + ']'.repeat(40_000) + '}' }",
    "{ event: 'plan-select', detail: JSON.stringify({ item: 'x'.repeat(100_000) }) }",
];

async fn values_of_any_type_do_nothing_in_the_host(page: &mut Page) -> Result<()> {
    host(page, "#item=business-hub&x").await?;
    page.eval("document.querySelector('p').style.height = '4000px'", &[]).await?;
    add(page, json!({ "src": SPEAKER, "data-deep-link": "", "style": "border: 2px solid" })).await?;
    wait_in_frame(page, "window.speak && document.readyState === 'complete'").await?;
    assert!(is_heard(page, "undefined").await?);
    for data in ANYTHING {
        says(page, &format!("say({data})")).await?;
    }
    for planned in ANY_VALUES {
        says(page, &format!("speak({planned})")).await?;
        let now =
            page.eval("return [document.querySelector('iframe').style.height, scrollY, fired]", &[]).await?;
        assert_eq!(now, json!(["", 0, []]), "{planned}");
    }
    // The longest and deepest that is one.
    let most = "speak({ event: 'plan-error', detail: JSON.stringify({ code: 'x'.repeat(99_900), problems: [{ more: 0, nearest: null }] }) })";
    says(page, most).await?;
    let detail = "return fired.map(([name, , , , { code, problems }]) => [name, code.length, problems])";
    assert_eq!(
        page.eval(detail, &[]).await?,
        json!([["plan-error", 99_900, [{ "more": 0, "nearest": null }]]])
    );
    // A state without texts of ours is an empty one, and is written as such.
    page.wait("location.hash === '#x'", "the fragment").await?;
    silent_host(page).await
}

/// Nor in our page, which anybody may have in a frame.
async fn values_of_any_type_do_nothing_in_the_page(page: &mut Page) -> Result<()> {
    page.goto(HOST).await?;
    add(page, json!({ "src": EMBED, "height": "600" })).await?;
    page.wait(LIVE, "the live timeline").await?;
    let values = [
        "{ scheme: 7 }",
        "{ scheme: ['dark'] }",
        "{ scheme: { toString: 1 } }",
        "{ scheme: 'x'.repeat(1e6) }",
        "{ state: 7 }",
        "{ state: 'item' }",
        "{ state: ['&item=business-hub'], start: '' }",
        "{ state: { item: ['business-hub'] } }",
        "{ state: { item: { toString: 1 } } }",
        "{ state: { src: '/school/plan.json', lang: 'en', onclick: 'x', 'deep-link': 'b' } }",
        "{ state: { query: 'x'.repeat(1001) } }",
        "(() => { const state = {}; state.item = state; return { state } })()",
        "{ changed: 7, attributes: 'item' }",
        "{ changed: 'x'.repeat(1e6) }",
        "{ changed: [['item', 'business-hub']] }",
        "{ changed: new Map([['item', 'business-hub']]) }",
        "{ changed: { item: ['business-hub'], topic: 7, stage: undefined, query: 'x'.repeat(1001) } }",
        "{ changed: { item: { toString: 1, valueOf: 1 } } }",
        "{ attributes: null, changed: { 'color-scheme': 'sepia' } }",
    ];
    for data in ANYTHING
        .iter()
        .map(|data| (*data).to_owned())
        .chain(values.iter().map(|value| format!("{{ planFrame: {value} }}")))
    {
        page.eval(&format!("tell({data})"), &[]).await?;
    }
    still(page).await?;
    let inside = format!(
        "return [frames[0].location.hash, {ELEMENT}.lang, frames[0].document.documentElement.style.colorScheme, frames[0].__probe.messages]"
    );
    let seen = page.eval(&inside, &[]).await?;
    // A list's names are no attributes, and that is told, once.
    let told =
        json!({ "kind": "warn", "text": "plan-widgets: a frame of <plan-timeline> takes no data-plan-0" });
    assert_eq!(seen, json!(["", "zh-Hans", "light", [told]]));
    page.eval("frames[0].__probe.messages.length = 0", &[]).await?;
    page.eval("tell({ planFrame: { scheme: 'dark', state: { item: 'business-hub', src: 'x' } } })", &[])
        .await?;
    page.wait(&format!("{ELEMENT}.item === 'business-hub'"), "the item").await?;
    assert_eq!(page.eval("return frames[0].location.hash", &[]).await?, "#item=business-hub");
    // A host may greet more than once; what it has said is said.
    let greet = "tell({ planFrame: { attributes: { topic: 'energy', 'heading-level': arguments[0] } } })";
    page.eval(greet, &[json!("3")]).await?;
    page.wait(&format!("{ELEMENT}.topic === 'energy' && {ELEMENT}.headingLevel === '3'"), "the attributes")
        .await?;
    page.eval(&format!("{ELEMENT}.topic = 'water'"), &[]).await?;
    page.eval(greet, &[json!("4")]).await?;
    page.eval("tell({ planFrame: { changed: { stage: 'complete' } } })", &[]).await?;
    page.wait(&format!("{ELEMENT}.stage === 'complete'"), "the stage").await?;
    let now = format!("return [{ELEMENT}.topic, {ELEMENT}.headingLevel]");
    assert_eq!(page.eval(&now, &[]).await?, json!(["water", "3"]));
    silent(page).await
}

/// So many messages of each window, in some hundred milliseconds.
const SHOWER: u32 = 600;

/// Has the frame of this number send messages at random, of the page given, to what is so called there.
async fn shower(page: &Page, frame: u16, to: &str, count: u32, of: &str) -> Result<()> {
    let client = page.client()?.clone();
    client.enter_frame(frame).await?;
    let js = format!("await (await import('/tests/frames/module.js')).shower({to}, ...arguments)");
    let sent = page.eval_async(&js, &[json!(frame), json!(count), json!(of)]).await;
    client.enter_parent_frame().await?;
    sent.map(drop)
}

/// What the frame of this number has heard.
async fn heard(page: &Page, frame: u16) -> Result<Value> {
    let client = page.client()?.clone();
    client.enter_frame(frame).await?;
    let heard = page.eval("return heard.map(({ planFrame }) => planFrame)", &[]).await;
    client.enter_parent_frame().await?;
    heard
}

/// Pages that the host has named, one of them without an origin, and two strangers: each sends ours with
/// something changed in them, and whatever else there is.
async fn messages_at_random_do_no_harm_in_the_host(page: &mut Page) -> Result<()> {
    let url = "#access_token=secret&item=business-hub&ab.topic=x&b.item=y";
    host(page, url).await?;
    let (here, foreign) = (page.origin().to_owned(), page.foreign_origin().to_owned());
    let (own, theirs) = (format!("{here}{SPEAKER}/"), format!("{foreign}{SPEAKER}/"));
    let judge = "window.judged = await (await import('/tests/frames/module.js')).judge(...arguments)";
    let named = json!({ "own": own, "theirs": theirs, "sandboxed": theirs });
    page.eval_async(judge, &[named, json!(["a.", "c."])]).await?;
    let src = format!("{foreign}{SPEAKER}");
    for attributes in [
        json!({ "id": "own", "src": SPEAKER, "data-deep-link": "a" }),
        json!({ "id": "theirs", "src": src }),
        json!({ "id": "sandboxed", "src": src, "sandbox": "allow-scripts", "data-deep-link": "c" }),
        json!({ "id": "stranger", "src": "about:blank", "data-deep-link": "b" }),
        json!({ "id": "led", "src": SPEAKER, "data-deep-link": "b" }),
    ] {
        add(page, attributes).await?;
    }
    page.eval("frames[3].location.href = arguments[0]", &[json!(OTHER)]).await?;
    // One that leads its frame elsewhere, to a page that says it is still the first.
    page.wait("frames[4].speak && frames[4].document.readyState === 'complete'", "the last").await?;
    page.eval("frames[4].location.href = arguments[0]", &[json!(src)]).await?;
    let client = page.client()?.clone();
    for (frame, origin) in [&here, &foreign, "null", &here, &foreign].into_iter().enumerate() {
        client.enter_frame(u16::try_from(frame)?).await?;
        let ready = format!("window.speak && document.readyState === 'complete' && origin === '{origin}'");
        page.wait(&ready, "the frame").await?;
        client.enter_parent_frame().await?;
    }
    for (frame, of) in [(0, &own), (1, &theirs), (2, &theirs), (3, &own), (4, &own)] {
        shower(page, frame, "parent", SHOWER, of).await?;
    }
    page.wait(&format!("judged.count >= 5 * {SHOWER}"), "all messages").await?;
    page.wait("judged.stands('own', 'a.') && judged.stands('sandboxed', 'c.')", "the last states").await?;
    assert_eq!(page.eval("return judged.wrong", &[]).await?, json!([]));
    assert_eq!(page.eval("return judged.events > 50", &[]).await?, true);
    silent_host(page).await?;
    // Each hears of its own state alone, and strangers of nothing.
    for (frame, is_answered) in [(0, true), (1, true), (2, true), (3, false), (4, false)] {
        let messages = heard(page, frame).await?;
        let messages = messages.as_array().map(Vec::as_slice).unwrap_or_default();
        assert_eq!(!messages.is_empty(), is_answered, "{frame}: {messages:?}");
        for message in messages {
            let whole = message.to_string();
            assert!(!whole.contains("secret"), "{frame}: {whole}");
            assert!(frame != 1 || message["state"] == json!({}), "{whole}");
        }
    }
    Ok(())
}

/// Of a host that has spoken, and of a stranger beside us, who is answered nothing.
async fn messages_at_random_do_no_harm_in_the_page(page: &mut Page) -> Result<()> {
    page.goto(HOST).await?;
    add(page, json!({ "src": EMBED, "height": "600" })).await?;
    add(page, json!({ "src": SPEAKER })).await?;
    page.wait(&format!("{LIVE} && frames[1].speak"), "the live timeline, and the stranger").await?;
    let attributes = "JSON.stringify(ELEMENT.getAttributeNames().filter((name) => !KEYS.includes(name)).map((name) => [name, ELEMENT.getAttribute(name)]))"
        .replace("ELEMENT", ELEMENT);
    let watch = format!(
        "const {{ KEYS, OPTIONS }} = await import('/shell/options.js'); window.attributes = () => {attributes}; window.before = attributes();
        window.strange = () => [frames[0].location.hash, ...heard.map(({{ data }}) => new URLSearchParams(data?.planFrame?.state))].flatMap((state) => [...new URLSearchParams(`${{state}}`.replace('#', '')).keys()]).filter((key) => !KEYS.includes(key))"
    );
    page.eval_async(&watch, &[]).await?;
    shower(page, 1, "parent.frames[0]", SHOWER, page.origin()).await?;
    still(page).await?;
    let untouched = format!(
        "return [frames[0].location.hash, {ELEMENT}.item, heard.filter(({{ data }}) => data?.planFrame?.state || data?.planFrame?.event).length]"
    );
    assert_eq!(page.eval(&untouched, &[]).await?, json!(["", null, 0]), "a stranger has been heard");

    let js = "await (await import('/tests/frames/module.js')).shower(frames[0], 1, ...arguments)";
    // Fewer: a browser follows only so many links at a time.
    page.eval_async(js, &[json!(SHOWER / 4), json!("")]).await?;
    still(page).await?;
    let now = "return [attributes() === before, strange(), ['light', 'dark'].includes(frames[0].document.documentElement.style.colorScheme), frames[1].heard]";
    assert_eq!(page.eval(now, &[]).await?, json!([true, [], true, []]));
    silent_host(page).await?;
    // Values that an attribute doesn't take are told of, as they are wherever they come from; nothing is thrown.
    let thrown = "return frames[0].__probe.messages.filter(({ kind, text }) => !['error plan-widgets: <plan-timeline> ', 'warn plan-widgets: a frame of <plan-timeline> '].some((start) => `${kind} ${text}`.startsWith(start)))";
    assert_eq!(page.eval(thrown, &[]).await?, json!([]));
    page.eval("tell({ planFrame: { state: { item: 'business-hub', topic: undefined } } })", &[]).await?;
    page.wait(&format!("{ELEMENT}.item === 'business-hub'"), "it lives on").await
}

/// A host without our script, or a stranger's page, hears of no reader's choice.
async fn what_a_reader_does_is_answered_to_who_has_spoken(page: &mut Page) -> Result<()> {
    page.goto(HOST).await?;
    add(page, json!({ "src": EMBED, "height": "600" })).await?;
    page.wait(LIVE, "the live timeline").await?;
    let choose = format!("{ELEMENT}.shadowRoot.querySelector('[part=legend] [value=complete]').click()");
    page.eval(&choose, &[]).await?;
    page.wait("frames[0].location.hash.includes('stage=complete')", "the stage in the frame's URL").await?;
    still(page).await?;
    let states = "heard.map(({ data }) => data.planFrame?.state).filter(Boolean)";
    let events = "heard.map(({ data }) => data.planFrame?.event).filter(Boolean)";
    assert_eq!(page.eval(&format!("return [{states}, {events}]"), &[]).await?, json!([[], []]));
    page.eval("tell({ planFrame: {} })", &[]).await?;
    page.wait(&format!("{states}.length === 1 && {states}[0].stage === 'complete'"), "the state").await?;
    page.wait(&format!("{events}.join() === 'plan-ready,plan-filter'"), "the events, in their order").await
}

/// A host that lets its browser write the URL no more, and one with a router.
async fn a_host_is_written_to_seldom_and_without_its_router(page: &mut Page) -> Result<()> {
    host(page, "#/route?item=5").await?;
    let js = "window.routed = []; window.calls = 0;
        addEventListener('hashchange', () => routed.push(location.hash));
        history.replaceState({ a: 1 }, '');
        const replace = history.replaceState;
        history.replaceState = function (...given) { calls++; if (window.refused) throw new DOMException('too many', 'SecurityError'); return replace.apply(this, given) }";
    page.run(js, &[]).await?;
    add(page, json!({ "src": SPEAKER, "data-deep-link": "" })).await?;
    wait_in_frame(page, "window.speak && document.readyState === 'complete'").await?;
    says(page, "for (let n = 0; n < 300; n++) speak({ state: { query: `q${n}` } })").await?;
    page.wait("location.hash === '#/route?item=5#query=q299'", "the last state").await?;
    assert_eq!(
        page.eval("return [calls < 10, routed, history.state]", &[]).await?,
        json!([true, [], { "a": 1 }])
    );
    page.eval("window.refused = true", &[]).await?;
    says(page, "speak({ state: { query: 'later' } })").await?;
    page.eval("calls = 0", &[]).await?;
    page.wait("calls > 1", "another try").await?;
    page.eval("window.refused = false", &[]).await?;
    page.wait("location.hash === '#/route?item=5#query=later'", "the state").await?;
    silent_host(page).await
}

async fn strangers_are_not_heard(page: &mut Page) -> Result<()> {
    framed(page).await?;
    page.wait(FITS, "the height").await?;
    still(page).await?; // lanes may come after the list
    let height = page.eval("return frames[0].innerHeight", &[]).await?;
    add(page, json!({ "src": "/tests/frames/stranger.html" })).await?;
    page.wait("frames[1].send", "the stranger").await?;
    page.eval("fired.length = 0; frames[1].send({ planFrame: { height: 77 } }); frames[1].send({ planFrame: { state: { item: 'x' }, top: 5 } });
        const event = { page: `${location.origin}/embed/timeline/`, event: 'plan-select', detail: '{}' };
        frames[1].send({ planFrame: event }); postMessage({ planFrame: event }, '*');
        postMessage({ planFrame: { height: 77 } }, '*'); postMessage(null, '*'); postMessage('planFrame', '*');
        frames[1].send('last')", &[]).await?;
    page.wait(
        "['planFrame', 'last'].every((last) => heard.some(({ data }) => data === last))",
        "the messages",
    )
    .await?;
    let now = "return [frames[0].innerHeight, document.querySelectorAll('iframe')[1].style.height, location.hash, scrollY, fired]";
    assert_eq!(page.eval(now, &[]).await?, json!([height, "", "", 0, []]));
    // Nor does the frame hear others than its host.
    page.eval(
        "frames[1].sendSibling({ planFrame: { scheme: 'dark', state: { item: 'business-hub' }, attributes: { topic: 'energy' }, changed: { stage: 'plan' } } })",
        &[],
    )
    .await?;
    still(page).await?;
    let inside = format!(
        "return [frames[0].document.documentElement.style.colorScheme, frames[0].location.hash, {ELEMENT}.topic, {ELEMENT}.stage]"
    );
    assert_eq!(page.eval(&inside, &[]).await?, json!(["light", "", null, null]));
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
    let wanted = json!({ "src": EMBED, "data-deep-link": "a", "data-plan-stage": "plan", "data-plan-topic": "transport" });
    add(page, wanted).await?;
    page.wait(LIVE, "the live timeline").await?;
    page.eval(&format!("{ELEMENT}.shadowRoot.querySelector('[part=legend] [value=complete]').click()"), &[])
        .await?;
    page.wait("frames[0].location.hash.includes('stage=complete')", "the stage in the frame's URL").await?;
    page.eval("load('/dist/frame.js')", &[]).await?;
    page.wait("location.hash === '#a.stage=complete'", "the stage in the host's URL").await?;
    // What the host says besides is set, and takes nothing of it back.
    page.wait(&format!("{ELEMENT}.topic === 'transport'"), "the topic").await?;
    assert_eq!(page.eval(&format!("return {ELEMENT}.stage"), &[]).await?, "complete");
    Ok(())
}

/// On either origin, once however many of our scripts there are: the element's names and details, in their order.
async fn a_frame_says_what_its_element_says(page: &mut Page) -> Result<()> {
    let deck = "document.querySelector('plan-goal-deck')";
    for origin in [String::new(), page.foreign_origin().to_owned()] {
        page.goto("/tests/empty.html").await?;
        host(page, "").await?;
        page.eval("load('/dist/frame.js?again')", &[]).await?;
        add(page, json!({ "src": format!("{origin}/embed/deck/"), "height": "600" })).await?;
        page.wait("fired.length", "the first event").await?;
        let ready = page.eval("return fired.splice(0)", &[]).await?;
        assert_eq!(ready, json!([["plan-ready", "iframe", true, true, { "lang": "zh" }]]));
        let note = NOTE_EVENTS.replace("event.target.localName", "'iframe'");
        let act = format!(
            "{note}; const {{ shadowRoot }} = {deck};
            const input = shadowRoot.querySelector('[type=search]');
            const find = async (part) => {{
              for (let left = 400; !shadowRoot.querySelector(part) && left; left--) await new Promise((done) => setTimeout(done, 20));
              return shadowRoot.querySelector(part);
            }};
            for (const part of ['article summary', '[part=copy]:enabled', '[part=legend] [value=complete]']) (await find(part)).click();
            Object.assign(input, {{ value: '海' }}).dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
            const order = shadowRoot.querySelector('[data-facet=sort]');
            Object.assign(order, {{ value: 'projects' }}).dispatchEvent(new Event('change', {{ bubbles: true }}));
            const come = async (count) => {{
              for (let left = 400; fired.length < count && left; left--) await new Promise((done) => setTimeout(done, 20));
            }};
            await come(5);
            {deck}.topic = 'nothing';
            await come(6);
            return fired"
        );
        let client = page.client()?.clone();
        client.enter_frame(0).await?;
        let said = page.eval_async(&act, &[]).await;
        client.enter_parent_frame().await?;
        let said = said?;
        still(page).await?;
        assert_eq!(page.eval("return fired", &[]).await?, said);
        let names = page.eval("return fired.map(([name]) => name).sort()", &[]).await?;
        let expected =
            ["plan-copy", "plan-error", "plan-filter", "plan-filter", "plan-layout", "plan-select"];
        assert_eq!(names, json!(expected));
    }
    Ok(())
}

/// By attributes of the frame, as those of the element; what it would fetch by, and what there isn't, is left alone.
async fn a_host_sets_what_is_shown(page: &mut Page) -> Result<()> {
    let attributes = "const e = document.querySelector('plan-timeline'); return Object.fromEntries(e.getAttributeNames().map((name) => [name, e.getAttribute(name)]))";
    for origin in [String::new(), page.foreign_origin().to_owned()] {
        page.goto("/tests/empty.html").await?;
        host(page, "#item=business-hub").await?;
        let src = format!("{origin}/embed/timeline/transport/?layout=lanes");
        add(page, json!({
            "src": src, "height": "600", "data-deep-link": "",
            "data-plan-layout": "list", "data-plan-lang": "en", "data-plan-item": "subcentre-city", "data-plan-color-scheme": "dark",
            "data-plan-src": "/school/plan.json", "data-plan-progress": "x", "data-plan-topik": "x", "data-plan-onclick": "alert(1)", "data-topic": "x",
        })).await?;
        let live = "document.querySelector('plan-timeline')?.shadowRoot?.querySelector('.plan-root[lang=en] [data-row]')";
        wait_in_frame(page, live).await?;
        // A link goes before what the page says.
        wait_in_frame(page, "document.querySelector('plan-timeline').item === 'business-hub'").await?;
        let is = |topic: &str, layout: &str| json!({ "lang": "en", "topic": topic, "layout": layout, "deep-link": "", "heading-level": "1", "item": "business-hub" });
        assert_eq!(in_frame(page, attributes).await?, is("transport", "list"));
        let inside = "return [document.documentElement.style.colorScheme, __probe.messages.map(({ kind, text }) => `${kind}: ${text}`)]";
        let told = "warn: plan-widgets: a frame of <plan-timeline> takes no data-plan-onclick, data-plan-progress, data-plan-src, data-plan-topik";
        assert_eq!(in_frame(page, inside).await?, json!(["dark", [told]]));

        let topic = |value: &str| {
            format!("document.querySelector('plan-timeline').getAttribute('topic') === '{value}'")
        };
        page.eval("document.querySelector('iframe').dataset.planTopic = 'energy'", &[]).await?;
        wait_in_frame(page, &topic("energy")).await?;
        // A reader's choice stays, whatever else the host says, until the host says it again.
        in_frame(page, "document.querySelector('plan-timeline').setAttribute('topic', 'water')").await?;
        page.eval("document.documentElement.className = 'other'; document.querySelector('iframe').setAttribute('data-plan-stage', 'plan')", &[]).await?;
        wait_in_frame(page, "document.querySelector('plan-timeline').getAttribute('stage') === 'plan'")
            .await?;
        assert_eq!(in_frame(page, &format!("return {}", topic("water"))).await?, true);
        page.eval("document.querySelector('iframe').dataset.planTopic = 'energy'", &[]).await?;
        wait_in_frame(page, &topic("energy")).await?;
        // What isn't valid is told to the host as well.
        page.eval("fired.length = 0; document.querySelector('iframe').dataset.planTopic = 'enrgy'", &[])
            .await?;
        page.wait("fired.some(([name, , , , { code, problems }]) => name === 'plan-error' && code === 'attribute-invalid' && problems[0].nearest === 'energy')", "the error").await?;
        // Without an attribute the page has what it had before it.
        page.eval("for (const name of ['topic', 'layout', 'stage', 'color-scheme']) document.querySelector('iframe').removeAttribute(`data-plan-${name}`)", &[]).await?;
        wait_in_frame(page, &topic("transport")).await?;
        assert_eq!(in_frame(page, attributes).await?, is("transport", "lanes"));
        assert_eq!(in_frame(page, "return document.documentElement.style.colorScheme").await?, "light");
        silent_host(page).await?;
    }
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
