//! `markup!`: what it writes, and what it doesn't compile. `src/ui/markup/syntax.rs` is compiled by itself, case by case.

use std::{env, fs, process::Command};

/// What `rustc` makes of a function that gives `markup! { … }`: the template and the number of its parts, or what it says.
fn compiled(name: &str, markup: &str) -> Result<String, String> {
    let folder = env::temp_dir().join(format!("plan-widgets-markup-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let source = folder.join(format!("{name}.rs"));
    let program = folder.join(name);
    let syntax = concat!(env!("CARGO_MANIFEST_DIR"), "/src/ui/markup/syntax.rs");
    let text = format!(
        r#"#![recursion_limit = "256"]
        mod ui {{
            pub mod markup {{
                #[path = {syntax:?}]
                mod syntax;
                pub use syntax::{{is_plain, same}};
                pub(crate) use syntax::markup;
                pub struct Part;
                impl From<&mut usize> for Part {{ fn from(_: &mut usize) -> Part {{ Part }} }}
                pub fn read(template: &'static str, parts: &mut [Part]) -> (&'static str, usize) {{ (template, parts.len()) }}
            }}
        }}
        use ui::markup::markup;
        fn main() {{
            let number = 1;
            let _ = number;
            let (template, parts) = markup! {{ {markup} }};
            print!("{{template}} {{parts}}");
        }}"#
    );
    fs::write(&source, text).unwrap();
    let output = Command::new(env::var_os("RUSTC").unwrap_or("rustc".into()))
        .args(["--edition", "2024", "--cap-lints", "allow", "-o"])
        .args([&program, &source])
        .output()
        .unwrap();
    if !output.status.success() {
        return Err(String::from_utf8(output.stderr).unwrap());
    }
    Ok(String::from_utf8(Command::new(&program).output().unwrap().stdout).unwrap())
}

#[test]
fn markup_is_a_text_with_holes() {
    for (name, markup, expected) in [
        ("element", r"<p></p>", "<p></> 0"),
        ("text", r#"<p>"a b"</p>"#, "<p>a b</> 0"),
        ("hole", r"<p>{ number }</p>", "<p>$</> 1"),
        ("attribute", r#"<p part="a" title={number}>{ number }</p>"#, "<p part=a title=$>$</> 2"),
        ("hyphen", r#"<p aria-label={number} data-a-b="c"></p>"#, "<p aria-label=$ data-a-b=c></> 1"),
        ("flag", r#"<button disabled type="button"></button>"#, "<button disabled type=button></> 0"),
        ("property", r"<input ~value={number}></input>", "<input .value=$></> 1"),
        ("name", r#"<@{number} part="a">{ number }</@>"#, "<$ part=a>$</> 2"),
        ("inner", r"<p><b>{ number }</b> <i></i></p>", "<p><b>$</><i></></> 1"),
        ("many", r#"{ number } " " <p></p> { number }"#, "$ <p></>$ 2"),
    ] {
        assert_eq!(compiled(name, markup).as_deref(), Ok(expected), "{name}");
    }
}

#[test]
fn what_is_no_markup_does_not_compile() {
    for (name, markup, said) in [
        ("unclosed", r"<p><b></b>", "<p> is not closed"),
        ("crossed", r"<p><b></p></b>", "<b> is closed by </p>"),
        ("misspelt", r"<p></q>", "<p> is closed by </q>"),
        ("unopened", r"<p></p></p>", "an element is closed that was not opened"),
        ("varying", r"<@{number}></@></p>", "an element is closed that was not opened"),
        ("unknown_name", r"<p>{ nothing }</p>", "cannot find value `nothing`"),
        ("no_part", r#"<p>{ "a" }</p>"#, "the trait bound `Part: From<&mut &str>` is not satisfied"),
        ("missing_value", r"<p title=>{ number }</p>", "not markup"),
        ("bare_text", r"<p>words</p>", "not markup"),
        ("text_with_markup", r#"<p>"a<b"</p>"#, "a text with < or $"),
        ("text_with_hole", r#"<p>"$"</p>"#, "a text with < or $"),
        ("value_with_space", r#"<p part="a b"></p>"#, "an attribute with a space"),
    ] {
        let found = compiled(name, markup).expect_err(name);
        assert!(found.contains(said), "{name}: {found}");
    }
}
