//! The syntax of `markup!`, and what is checked of it when it is compiled. `tests/host/syntax.rs` compiles this file by itself.

/// Markup in the syntax of Yew's `html!`, read when it is compiled and written as one text with holes.
///
/// ```text
/// markup! { <p part="count" title={title}>"So many: " <b>{ count }</b></p> }
/// ```
///
/// Elements, `{ expressions }` (whatever is a [`Part`]) and `"texts"` stand beside each other; an attribute has a literal,
/// an expression or no value; `~name={…}` sets a property, `<@{name}>…</@>` is an element whose name varies. What isn't
/// closed, is closed by another name, or would not be read as it was written doesn't compile.
macro_rules! markup {
    // Content. The lists are: the text so far, the parts, the open elements.
    (@content [$($text:tt)*] [$($part:expr,)*] []) => {
        $crate::ui::markup::read(concat!($($text)*), &mut [$($crate::ui::markup::Part::from(&mut $part)),*])
    };
    (@content [$($text:tt)*] [$($part:expr,)*] [$open:tt $($more:tt)*]) => {
        compile_error!(concat!("<", stringify!($open), "> is not closed"))
    };
    (@content [$($text:tt)*] $parts:tt [@ $($open:tt)*] < / @ > $($rest:tt)*) => {
        markup!(@content [$($text)* "</>",] $parts [$($open)*] $($rest)*)
    };
    (@content [$($text:tt)*] $parts:tt [$last:ident $($open:tt)*] < / $name:ident > $($rest:tt)*) => {{
        const _: () = assert!(
            $crate::ui::markup::same(stringify!($last), stringify!($name)),
            concat!("<", stringify!($last), "> is closed by </", stringify!($name), ">"),
        );
        markup!(@content [$($text)* "</>",] $parts [$($open)*] $($rest)*)
    }};
    (@content $text:tt $parts:tt [] < / $($rest:tt)*) => {
        compile_error!("an element is closed that was not opened")
    };
    (@content [$($text:tt)*] [$($part:expr,)*] [$($open:tt)*] < @ $name:block $($rest:tt)*) => {
        markup!(@attributes [$($text)* "<$",] [$($part,)* $name,] [@ $($open)*] [] $($rest)*)
    };
    (@content [$($text:tt)*] $parts:tt [$($open:tt)*] < $name:ident $($rest:tt)*) => {
        markup!(@attributes [$($text)* "<", stringify!($name),] $parts [$name $($open)*] [] $($rest)*)
    };
    (@content [$($text:tt)*] [$($part:expr,)*] $open:tt $value:block $($rest:tt)*) => {
        markup!(@content [$($text)* "$",] [$($part,)* $value,] $open $($rest)*)
    };
    (@content [$($text:tt)*] $parts:tt $open:tt $literal:literal $($rest:tt)*) => {{
        const _: () = assert!($crate::ui::markup::is_plain($literal, b"<$"), "a text with < or $: use {{ \"…\" }}");
        markup!(@content [$($text)* $literal,] $parts $open $($rest)*)
    }};
    // Attributes; the last list is the beginning of a name with hyphens.
    (@attributes [$($text:tt)*] $parts:tt $open:tt [] > $($rest:tt)*) => {
        markup!(@content [$($text)* ">",] $parts $open $($rest)*)
    };
    (@attributes $text:tt $parts:tt $open:tt [$($start:tt)*] $name:ident - $($rest:tt)*) => {
        markup!(@attributes $text $parts $open [$($start)* stringify!($name), "-",] $($rest)*)
    };
    (@attributes [$($text:tt)*] [$($part:expr,)*] $open:tt [] ~ $name:ident = $value:block $($rest:tt)*) => {
        markup!(@attributes [$($text)* " .", stringify!($name), "=$",] [$($part,)* $value,] $open [] $($rest)*)
    };
    (@attributes [$($text:tt)*] [$($part:expr,)*] $open:tt [$($start:tt)*] $name:ident = $value:block $($rest:tt)*) => {
        markup!(
            @attributes [$($text)* " ", $($start)* stringify!($name), "=$",] [$($part,)* $value,] $open [] $($rest)*
        )
    };
    (@attributes [$($text:tt)*] $parts:tt $open:tt [$($start:tt)*] $name:ident = $literal:literal $($rest:tt)*) => {{
        const _: () = assert!(
            $crate::ui::markup::is_plain($literal, b" >$"),
            "an attribute with a space, > or $: use {{\"…\"}}",
        );
        markup!(
            @attributes [$($text)* " ", $($start)* stringify!($name), "=", $literal,] $parts $open [] $($rest)*
        )
    }};
    (@attributes [$($text:tt)*] $parts:tt $open:tt [$($start:tt)*] $name:ident $($rest:tt)*) => {
        markup!(@attributes [$($text)* " ", $($start)* stringify!($name),] $parts $open [] $($rest)*)
    };
    (@$($unknown:tt)*) => {
        compile_error!("not markup: elements, { expressions } and \"texts\" stand here")
    };
    ($($markup:tt)+) => {
        markup!(@content [] [] [] $($markup)+)
    };
}

pub(crate) use markup;

/// Whether two names are the same.
pub const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// Whether a text has none of `bytes`, which would end it.
pub const fn is_plain(text: &str, bytes: &[u8]) -> bool {
    let text = text.as_bytes();
    let mut at = 0;
    while at < text.len() {
        let mut other = 0;
        while other < bytes.len() {
            if text[at] == bytes[other] {
                return false;
            }
            other += 1;
        }
        at += 1;
    }
    true
}
