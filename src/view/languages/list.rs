// Generated from the files beside it by `cargo xtask generate`.
&[
    (Lang::new("ar"), include_str!("ar.json")),
    (Lang::new("de"), include_str!("de.json")),
    (Lang::new("en"), include_str!("en.json")),
    (Lang::new("es"), include_str!("es.json")),
    (Lang::new("fr"), include_str!("fr.json")),
    (Lang::new("ja"), include_str!("ja.json")),
    (Lang::new("ko"), include_str!("ko.json")),
    (Lang::new("pt"), include_str!("pt.json")),
    (Lang::new("ru"), include_str!("ru.json")),
    (Lang::new("zh-Hans"), include_str!("zh-Hans.json")),
    (Lang::new("zh-Hant"), include_str!("zh-Hant.json")),
]
