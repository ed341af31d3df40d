//! The plugin's blocks in the block editor.

use anyhow::{Result, ensure};
use browser::page::Page;
use serde_json::json;

/// Logs in, puts a timeline into a new post by the editor's own means, sets it, and publishes.
pub async fn puts_a_block_in(page: &mut Page, origin: &str) -> Result<()> {
    page.begin().await?;
    page.goto_url(&format!("{origin}/wp-login.php")).await?;
    let log_in = "document.querySelector('#user_login').value = 'author'; document.querySelector('#user_pass').value = 'author'; document.querySelector('#wp-submit').click()";
    page.eval(log_in, &[]).await?;
    page.wait("document.querySelector('#wpadminbar')", "the dashboard").await?;
    page.goto_url(&format!("{origin}/wp-admin/post-new.php")).await?;
    page.wait("window.wp?.blocks?.getBlockType('plan-widgets/overview')", "the editor with our blocks")
        .await?;
    let titles = "return planWidgets.blocks.map(({ name }) => wp.blocks.getBlockType(name).title).join()";
    let titles = page.eval(titles, &[]).await?;
    ensure!(titles == "Plan timeline,Plan goal,Plan goals,Plan glossary,Plan overview", "{titles}");
    let insert = "const block = wp.blocks.createBlock('plan-widgets/timeline', { lang: 'en', topic: 'transport', layout: 'list', limit: '4', heading: 'Our roads' });
        wp.data.dispatch('core/block-editor').insertBlocks(block);
        wp.data.dispatch('core/block-editor').selectBlock(block.clientId)";
    page.eval(insert, &[]).await?;
    // The canvas may be a frame.
    let inside =
        "[document, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)]";
    let items = format!(
        "{inside}.some((page) => (page?.querySelector('plan-timeline')?.shadowRoot ?? page?.querySelector('plan-timeline'))?.querySelectorAll('[part=item]').length === 4)"
    );
    page.wait(&items, "what readers without scripts get").await?;
    let labels =
        "[...document.querySelectorAll('.components-panel__body label')].map((label) => label.textContent)";
    page.wait(
        &format!("{labels}.includes('Topics') && {labels}.includes('Rank of the heading')"),
        "the settings",
    )
    .await?;
    // A shortcode that is made into blocks keeps what it says.
    let transformed = "const [block] = wp.blocks.rawHandler({ HTML: '<p>[plan_goal_deck lang=\"en\" limit=\"3\" heading=\"\" deep-link]</p>' });
        return [block.name, block.attributes.lang, block.attributes.limit, block.attributes.heading, block.attributes['deep-link'], block.attributes.topic ?? null]";
    let transformed = page.eval(transformed, &[]).await?;
    ensure!(transformed == json!(["plan-widgets/goal-deck", "en", "3", "", "", null]), "{transformed}");
    let save = "wp.data.dispatch('core/editor').editPost({ title: 'A plan', status: 'publish' }); return wp.data.dispatch('core/editor').savePost().then(() => [wp.data.select('core/editor').getPermalink(), wp.data.select('core/editor').getEditedPostContent()])";
    let saved = page.eval_async(save, &[]).await?;
    let stored = saved[1].as_str().unwrap_or_default();
    let expected = "\"lang\":\"en\",\"layout\":\"list\",\"topic\":\"transport\",\"limit\":\"4\",\"heading\":\"Our roads\"";
    ensure!(stored.contains(expected) && stored.contains("\"content\":\"H4sI"), "{stored}");
    ensure!(stored.len() < 12_000, "{} bytes in a post", stored.len());
    // What is sent, in the page and in the feed.
    let sent = "const [url] = arguments;
        const text = async (url) => (await fetch(url)).text();
        const count = (html) => [html.split('part=\"item\"').length - 1, html.includes('Our roads')];
        return [count(await text(url)), count(await text(new URL('/?feed=rss2', url)))]";
    let sent = page.run(sent, &[saved[0].clone()]).await?;
    ensure!(sent[0] == json!([4, true]), "{sent}");
    ensure!(sent[1][1] == json!(true), "the feed: {sent}");
    page.goto_url(saved[0].as_str().unwrap_or_default()).await?;
    page.wait(
        "document.querySelector('plan-timeline').shadowRoot?.querySelectorAll('[data-row]').length",
        "the live timeline",
    )
    .await
}
