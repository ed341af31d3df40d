//! The page's URL: only our names in its fragment change, few times, and whatever the browser says the page hears of it.

use anyhow::Result;
use serde_json::{Value, json};

use crate::page::Page;

crate::tests! {
    what_is_not_ours_stays_to_the_letter;
    what_was_added_can_be_taken_away_again;
    a_long_fragment_is_read_in_one_pass;
    an_element_that_comes_later_follows_the_fragment;
    a_page_with_routes_a_base_and_a_state_keeps_them;
    a_route_is_no_state_of_ours;
    a_limit_on_history_calls_takes_no_event;
    a_refused_write_is_made_up_for;
    a_page_that_is_left_has_the_last_state;
    a_link_that_is_followed_meanwhile_wins;
    in_a_document_without_an_address_all_is_told;
}

/// The functions that know of fragments, as every entry has them.
const FUNCTIONS: &str = "const { read, write } = await import('/shell/fragment.js');";

/// A page with a router, a `<base href>`, a state of its own in the history, and a timeline.
const ROUTER: &str = "/tests/timeline/router.html";

const LIVE: &str = "document.querySelector('plan-timeline').shadowRoot?.querySelector('[data-row]')";

/// Fragments, what stands before our names, a state, and the fragment with it.
fn table() -> Value {
    let item = json!({ "item": "x" });
    json!([
        ["", "", item, "#item=x"],
        ["", "", {}, ""],
        ["#section-2", "", item, "#section-2&item=x"],
        ["#section-2", "", {}, "#section-2"],
        ["#section-2&item=x", "", {}, "#section-2"],
        ["#item", "", item, "#item&item=x"],
        ["#items=1&subitem=2", "", item, "#items=1&subitem=2&item=x"],
        ["#item=x&section", "", item, "#item=x&section"],
        ["#item=y&item=z", "", item, "#item=x"],
        ["#a=1&b", "", item, "#a=1&b&item=x"],
        ["#a=1&item=y&b=%2f+%20%zz", "", item, "#a=1&b=%2f+%20%zz&item=x"],
        ["#a&&b&", "", item, "#a&&b&&item=x"],
        ["##a#b", "", item, "##a#b&item=x"],
        ["#%E4%B8%AD", "", item, "#%E4%B8%AD&item=x"],
        ["#%69tem=5", "", item, "#%69tem=5&item=x"],
        ["#access_token=ey.J0_-&state=q/w?", "", item, "#access_token=ey.J0_-&state=q/w?&item=x"],
        ["#/", "", item, "#/#item=x"],
        ["#/route?x=1", "", item, "#/route?x=1#item=x"],
        ["#/route?x=1#item=x", "", {}, "#/route?x=1"],
        ["#/route?item=5&topic=y", "", item, "#/route?item=5&topic=y#item=x"],
        ["#/route?item=5&topic=y", "", {}, "#/route?item=5&topic=y"],
        ["#/route&item=5", "", item, "#/route&item=5#item=x"],
        ["#/route#part&item=y", "", item, "#/route#part&item=x"],
        ["#search/boats?item=5", "", item, "#search/boats?item=5#item=x"],
        ["#?item=5", "", item, "#?item=5#item=x"],
        ["#!item=5", "", item, "#!item=5#item=x"],
        ["#:~:text=harbour", "", item, "#item=x:~:text=harbour"],
        ["#part:~:text=a,b&text=item=c", "", item, "#part&item=x:~:text=a,b&text=item=c"],
        ["#/route:~:text=a/b", "", item, "#/route#item=x:~:text=a/b"],
        ["#a.item=y&b.item=z&item=w", "a.", item, "#b.item=z&item=w&a.item=x"],
        ["#a.item=y", "", {}, "#a.item=y"],
        ["#topic=&part", "", { "topic": "" }, "#topic=&part"],
        ["#topic=sea", "", { "topic": "" }, "#topic="],
        ["#item=y&layout=list", "", { "item": "x", "layout": "story" }, "#layout=story&item=x"],
        ["#constructor=1&__proto__=2", "", item, "#constructor=1&__proto__=2&item=x"],
        ["", "甲 乙.", { "query": "a b&c=d#中/?" }, "#%E7%94%B2+%E4%B9%99.query=a+b%26c%3Dd%23%E4%B8%AD%2F%3F"],
    ])
}

async fn what_is_not_ours_stays_to_the_letter(page: &mut Page) -> Result<()> {
    page.goto("/tests/empty.html").await?;
    let table = table();
    let written =
        format!("{FUNCTIONS} return arguments[0].map(([hash, start, state]) => write(hash, start, state))");
    let written = page.eval_async(&written, std::slice::from_ref(&table)).await?;
    let read_back = format!(
        "{FUNCTIONS} return arguments[0].map(([,, state, hash], n) => {{ const start = arguments[0][n][1]; return {{ ...read(hash, start) }} }})"
    );
    let read_back = page.eval_async(&read_back, std::slice::from_ref(&table)).await?;
    for (n, row) in table.as_array().into_iter().flatten().enumerate() {
        assert_eq!(written[n], row[3], "{row}");
        assert_eq!(read_back[n], row[2], "{row}");
    }
    // Half a character, which no URL can have; what isn't spelled as it should be.
    let odd = format!(
        "{FUNCTIONS} return [write('', '', {{ query: '\\ud842' }}), {{ ...read('#item=a%20b+c&topic=%&item=d', '') }}]"
    );
    let odd = page.eval_async(&odd, &[]).await?;
    assert_eq!(odd, json!(["#query=%EF%BF%BD", { "item": "a b c", "topic": "%" }]));
    Ok(())
}

/// Whatever the page has there: pieces at random, as a browser spells them.
async fn what_was_added_can_be_taken_away_again(page: &mut Page) -> Result<()> {
    page.goto("/tests/empty.html").await?;
    let js = format!(
        "{FUNCTIONS}
        const some = ['a', '=', '&', '&', '/', '?', '!', '.', '%20', '%', '+', 'item', 'item=', 'topic=', 'a.item=', ':~:', '中', '\"', 'text', ':'];
        let seed = 7;
        const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
        const wrong = [];
        for (let n = 0; n < 5000; n++) {{
          const text = Array.from({{ length: random(9) }}, () => some[random(some.length)]).join('');
          const start = ['', 'a.'][random(2)];
          const spelled = (hash) => new URL(`https://a/${{hash}}`).hash;
          const before = write(spelled(`#${{text}}`), start, {{}});
          const state = {{ item: some[random(some.length)], ...(random(2) && {{ query: text }}) }};
          const after = write(before, start, state);
          const said = read(after, start);
          const fine = spelled(after) === after && write(after, start, {{}}) === before && said.item === state.item && said.query === state.query;
          if (!fine) wrong.push([text, start, before, after, write(after, start, {{}}), said]);
        }}
        return wrong.slice(0, 5)"
    );
    assert_eq!(page.eval_async(&js, &[]).await?, json!([]));
    Ok(())
}

/// Names are spelled once for a fragment, not once for each of its pieces.
async fn a_long_fragment_is_read_in_one_pass(page: &mut Page) -> Result<()> {
    page.goto("/tests/empty.html").await?;
    let js = format!(
        "{FUNCTIONS}
        const Real = URLSearchParams, long = `#${{'k=v&'.repeat(10000)}}item=x`;
        let made = 0;
        window.URLSearchParams = class extends Real {{ constructor(...of) {{ super(...of); made++ }} }};
        const said = [read(long, 'a.').item, read(long, '').item, write(long, '', {{ item: 'y' }}) === long.replace('=x', '=y')];
        window.URLSearchParams = Real;
        return [made < 200, ...said]"
    );
    assert_eq!(page.eval_async(&js, &[]).await?, json!([true, null, "x", true]));
    Ok(())
}

/// Also where the script for it has come with another element.
async fn an_element_that_comes_later_follows_the_fragment(page: &mut Page) -> Result<()> {
    page.goto("/tests/empty.html").await?;
    let js = "await import('/dist/timeline.js');
        window.add = (name) => { const e = document.createElement('plan-timeline'); e.setAttribute('deep-link', name); e.lang = 'en'; document.body.prepend(e); return e };
        history.replaceState(null, '', '#a.query=port&b.query=school'); window.first = add('a')";
    page.eval_async(js, &[]).await?;
    page.wait("first.query === 'port' && first.shadowRoot?.querySelector('[data-row]')", "the first").await?;
    page.eval("window.second = add('b')", &[]).await?;
    page.wait("second.query === 'school'", "what the fragment says").await?;
    // And goes on to, until it leaves.
    page.eval("location.hash = '#b.query=hospital'", &[]).await?;
    page.wait("second.query === 'hospital'", "what it says then").await?;
    page.eval("second.remove()", &[]).await?;
    page.eval("location.hash = '#a.query=road&b.query=road'", &[]).await?;
    page.wait("first.query === 'road'", "the first again").await?;
    assert_eq!(page.eval("return second.query", &[]).await?, "hospital");
    Ok(())
}

/// Selects an item as a reader does.
async fn select(page: &Page, item: &str) -> Result<()> {
    let js = format!(
        "document.querySelector('plan-timeline').shadowRoot.querySelector('[data-item={item}] > summary').click()"
    );
    page.eval(&js, &[]).await?;
    page.wait(&format!("heard.at(-1)?.item === '{item}'"), "the event").await
}

async fn a_page_with_routes_a_base_and_a_state_keeps_them(page: &mut Page) -> Result<()> {
    for (hash, with) in [
        ("", "#"),
        ("#", "#"),
        ("#section-2", "#section-2&"),
        ("#/route?x=1&item=5", "#/route?x=1&item=5#"),
        ("#a=1&b", "#a=1&b&"),
        ("#%E4%B8%AD", "#%E4%B8%AD&"),
    ] {
        page.goto("/tests/empty.html").await?; // else only the fragment would be another
        page.goto(&format!("{ROUTER}?q=1{hash}")).await?;
        page.wait(LIVE, "the live timeline").await?;
        assert_eq!(page.eval("return calls", &[]).await?, 0, "{hash}");
        let length = page.eval("return history.length", &[]).await?;
        select(page, "business-hub").await?;
        let url = format!("{}{ROUTER}?q=1{with}layout=list&item=business-hub", page.origin());
        page.wait(&format!("location.href === '{url}'"), &url).await?;
        let link =
            "return document.querySelector('plan-timeline').shadowRoot.querySelector('[part=link]').href";
        let route = if hash.starts_with("#/") { with } else { "#" };
        let linked = format!("{}{ROUTER}?q=1{route}item=business-hub", page.origin());
        assert_eq!(page.eval(link, &[]).await?, json!(linked));
        let kept = "return [history.state, history.length, routed, errors, document.baseURI]";
        let state = json!({ "scroll": 7, "list": [1, { "a": "b" }] });
        let base = format!("{}/tests/elsewhere/", page.origin());
        assert_eq!(page.eval(kept, &[]).await?, json!([state, length, [], [], base]));
        assert_eq!(page.console().await?, vec![]);
    }
    Ok(())
}

async fn a_route_is_no_state_of_ours(page: &mut Page) -> Result<()> {
    page.goto(&format!("{ROUTER}#/route?item=business-hub&topic=energy#topic=transport")).await?;
    page.wait(LIVE, "the live timeline").await?;
    let said = "const e = document.querySelector('plan-timeline'); return [e.item, e.topic]";
    assert_eq!(page.eval(said, &[]).await?, json!([null, "transport"]));
    // A router goes on, and takes ours along.
    page.eval("location.hash = '#/other?item=subcentre-city#item=business-hub'", &[]).await?;
    page.wait("document.querySelector('plan-timeline').item === 'business-hub'", "the item behind the route")
        .await
}

/// Types into the search, a key at a time.
async fn type_keys(page: &Page, text: &str) -> Result<()> {
    page.click(&["plan-timeline", "input"]).await?;
    page.keys(text).await
}

async fn a_limit_on_history_calls_takes_no_event(page: &mut Page) -> Result<()> {
    page.goto(ROUTER).await?;
    page.wait(LIVE, "the live timeline").await?;
    page.eval("window.most = 20", &[]).await?;
    type_keys(page, "abcdefghijklmnopqrstuvwxyz").await?;
    page.wait("heard.length === 26 && heard.at(-1).query === 'abcdefghijklmnopqrstuvwxyz'", "all events")
        .await?;
    page.wait("location.hash === '#layout=list&query=abcdefghijklmnopqrstuvwxyz'", "the last query").await?;
    // At once, and then one in each half second, however many keys there are.
    let rate = "
        const e = document.querySelector('plan-timeline'), input = e.shadowRoot.querySelector('input');
        window.most = Infinity; calls = 0; heard.length = 0;
        const start = performance.now();
        for (let n = 0; n < 200; n++) {
          input.value = 'k'.repeat(1 + n % 7);
          input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
          await new Promise((then) => setTimeout(then, 5));
        }
        return [calls, 1 + Math.ceil((performance.now() - start) / 500), heard.length]";
    let rate = page.eval_async(rate, &[]).await?;
    assert!(rate[0].as_u64() <= rate[1].as_u64() && rate[2].as_u64() > rate[0].as_u64(), "{rate}");
    assert_eq!(page.eval("return errors", &[]).await?, json!([]));
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

async fn a_refused_write_is_made_up_for(page: &mut Page) -> Result<()> {
    page.goto(ROUTER).await?;
    page.wait(LIVE, "the live timeline").await?;
    page.eval("window.most = 0", &[]).await?;
    select(page, "business-hub").await?;
    page.wait("calls > 1", "another try").await?;
    assert_eq!(page.eval("return [location.hash, errors]", &[]).await?, json!(["", []]));
    page.eval("window.most = Infinity", &[]).await?;
    page.wait("location.hash === '#layout=list&item=business-hub'", "the item in the URL").await
}

async fn a_page_that_is_left_has_the_last_state(page: &mut Page) -> Result<()> {
    for (target, event) in [("window", "pagehide"), ("document", "visibilitychange")] {
        page.goto("/tests/empty.html").await?;
        page.goto(ROUTER).await?;
        page.wait(LIVE, "the live timeline").await?;
        // In one task: there is no other write meanwhile.
        let js = format!(
            "const {{ keep, write }} = await import('/shell/fragment.js');
            keep(window, (hash) => write(hash, '', {{ item: 'first' }}));
            keep(window, (hash) => write(hash, '', {{ item: 'last' }}));
            const before = location.hash;
            {target}.dispatchEvent(new Event('{event}'));
            return [before, location.hash]"
        );
        assert_eq!(page.eval_async(&js, &[]).await?, json!(["#item=first", "#item=last"]), "{event}");
    }
    // And so it is when the reader comes back. A page that goes on before it has loaded leaves no entry to come back to.
    page.goto("/tests/empty.html").await?;
    page.goto(ROUTER).await?;
    page.wait(LIVE, "the live timeline").await?;
    page.wait("performance.getEntriesByType('navigation')[0].loadEventEnd > 0", "the loaded page").await?;
    let js = "const e = document.querySelector('plan-timeline'), input = e.shadowRoot.querySelector('input');
        addEventListener('plan-filter', ({ detail }) => {
          if (detail.query === 'boats') location.href = '/tests/empty.html?left';
        });
        // Not awaited: this page goes away meanwhile.
        setTimeout(async () => {
          for (const query of ['b', 'bo', 'boat', 'boats']) {
            input.value = query;
            input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
            await new Promise((then) => setTimeout(then));
          }
        });";
    page.run(js, &[]).await?;
    page.wait_for_url("?left").await?;
    // In a task of its own: a driver whose page goes away under a script runs that script once more.
    page.eval("setTimeout(() => history.back())", &[]).await?;
    page.wait_for_url("#layout=list&query=boats").await
}

async fn a_link_that_is_followed_meanwhile_wins(page: &mut Page) -> Result<()> {
    page.goto(&format!("{ROUTER}#item=business-hub")).await?;
    page.wait(LIVE, "the live timeline").await?;
    // A write has just been made, so that the next one waits for its half second; the page is busy, and the fragment is
    // another.
    let js = "const e = document.querySelector('plan-timeline'), r = e.shadowRoot;
        const soon = () => new Promise((then) => setTimeout(then, 10));
        r.querySelector('[data-item=subcentre-city] > summary').click();
        await soon();
        r.querySelector('[part=legend] [value=complete]').click();
        await soon();
        location.hash = '#part&item=business-hub';
        for (const end = performance.now() + 700; performance.now() < end;);";
    page.eval_async(js, &[]).await?;
    page.wait("location.hash === '#part&layout=list&stage=complete&item=business-hub'", "both in the URL")
        .await?;
    assert_eq!(page.eval("return document.querySelector('plan-timeline').item", &[]).await?, "business-hub");
    Ok(())
}

/// An editor's preview, sandboxed or not.
async fn in_a_document_without_an_address_all_is_told(page: &mut Page) -> Result<()> {
    for sandbox in [Some("allow-scripts"), None] {
        page.goto("/tests/empty.html").await?;
        let js = "
            const [sandbox, origin] = arguments, frame = document.createElement('iframe');
            if (sandbox) frame.setAttribute('sandbox', sandbox);
            Object.assign(frame, { width: 900, height: 700 });
            window.heard = [];
            addEventListener('message', ({ data }) => heard.push(data));
            frame.srcdoc = `<script src='${origin}/probe.js'></scr` + `ipt><script type=module src='${origin}/dist/timeline.js'></scr` + `ipt><plan-timeline lang=en deep-link layout=list></plan-timeline><script>
              for (const name of ['plan-select', 'plan-error']) addEventListener(name, ({ type, detail }) => parent.postMessage([type, detail.item ?? detail.message, document.querySelector('plan-timeline').shadowRoot.querySelectorAll('[part=link]').length, __probe.messages], '*'));
              const look = setInterval(() => {
                const row = document.querySelector('plan-timeline').shadowRoot?.querySelector('[data-item=business-hub] > summary[data-row], [data-row] [data-item=business-hub] > summary, [data-item=business-hub] > summary');
                if (!row || !document.querySelector('plan-timeline').shadowRoot.querySelector('[data-row]')) return;
                clearInterval(look);
                row.click();
              }, 50);
            </scr` + `ipt>`;
            document.body.append(frame);";
        page.eval(js, &[json!(sandbox), json!(page.origin())]).await?;
        page.wait("heard.length", "the event").await?;
        let told = page
            .eval_async(
                "await new Promise((then) => setTimeout(then, 1200)); return [heard, location.hash]",
                &[],
            )
            .await?;
        assert_eq!(told, json!([[["plan-select", "business-hub", 0, []]], ""]), "{sandbox:?}");
        assert_eq!(page.console().await?, vec![]);
    }
    Ok(())
}
