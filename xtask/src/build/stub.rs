//! What is in the module and never called: code that the compiler keeps because Yew could reach it, and that no widget
//! does. Its bodies become traps, and what only they called goes with them.

use anyhow::{Result, anyhow, ensure};
use walrus::{FunctionBuilder, FunctionKind, Module};

/// The functions, by what their names contain.
const NEVER_CALLED: [&str; 15] = [
    // Widgets hear events by one listener of their own (`src/ui/events.rs`), not by Yew's callbacks.
    "BSubtree>::ensure_handled",
    "SubtreeData>::add_listener",
    "ListenerRegistration>::register",
    "listeners::Registry>::unregister",
    // No widget suspends, renders elsewhere, or shows HTML that isn't parsed.
    "<yew::virtual_dom::vsuspense::VSuspense as",
    "<yew::virtual_dom::vportal::VPortal as",
    "<yew::virtual_dom::vraw::VRaw as",
    "Rc<yew::virtual_dom::vsuspense::VSuspense> as yew::utils::RcExt",
    "Rc<yew::virtual_dom::vportal::VPortal> as yew::utils::RcExt",
    "AnyScope>::find_parent_scope::<yew::suspense",
    "yew::dom_bundle::braw::BRaw>::detach_bundle",
    "yew::dom_bundle::braw::BRaw>::position",
    // `markup!` makes every element's attributes a map: none are compared with a list.
    "Attributes>::apply_diff_as_maps",
    // A widget is one component, and has none inside.
    "<yew::virtual_dom::vcomp::VComp as yew::dom_bundle",
    "Rc<yew::virtual_dom::vcomp::VComp> as yew::utils::RcExt",
];

/// Empties them in a compiled module.
///
/// # Errors
/// When the module can't be read, or lacks one of these functions: then Yew calls it otherwise.
pub fn stub(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module =
        Module::from_buffer(wasm).map_err(|error| anyhow!("the module can't be read: {error}"))?;
    let names = module.funcs.iter().filter_map(|f| Some((f, rustc_demangle::demangle(f.name.as_deref()?))));
    let names: Vec<_> = names.map(|(f, name)| (format!("{name:#}"), f.id(), f.ty())).collect();
    let mut unused = Vec::new();
    for part in NEVER_CALLED {
        let before = unused.len();
        unused.extend(names.iter().filter(|(name, ..)| name.contains(part)).map(|(_, id, ty)| (*id, *ty)));
        ensure!(
            unused.len() > before,
            "The module has no function `{part}`, which Yew had: see NEVER_CALLED in xtask/src/build/stub.rs"
        );
    }
    for (id, ty) in unused {
        let (params, results) = module.types.params_results(ty);
        let (params, results) = (params.to_vec(), results.to_vec());
        let mut trap = FunctionBuilder::new(&mut module.types, &params, &results);
        trap.func_body().unreachable();
        let arguments = params.iter().map(|param| module.locals.add(*param)).collect();
        module.funcs.get_mut(id).kind = FunctionKind::Local(trap.local_func(arguments));
    }
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}
