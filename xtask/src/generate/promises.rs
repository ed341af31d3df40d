//! `tests/PROMISES.md`: what is promised, and the tests that hold it.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

use crate::{files, read, root};

/// What is promised, in a sentence, and what holds it: tests, `browser::` or `host::` with their modules, files of tests
/// in Node.js, or commands.
struct Promise {
    name: &'static str,
    text: &'static str,
    tests: &'static [&'static str],
}

const PROMISES: [Promise; 6] = [
    Promise {
        name: "Content first",
        text: "Every widget is plain HTML before any script runs. Without JavaScript, without WebAssembly, under a strict \
               policy or printed, the reader gets every item, in order; and going live moves nothing.",
        tests: &[
            "browser::guest::without_javascript_everything_can_be_read",
            "browser::guest::without_webassembly_everything_can_be_read",
            "browser::guest::going_live_moves_nothing",
            "browser::guest::static_and_live_say_the_same",
            "browser::timeline::page::static_content_has_every_item_and_detail",
            "browser::timeline::page::every_item_is_printed",
            "browser::goals::page::static_cards_have_everything",
            "browser::goals::page::closed_cards_are_printed_whole",
            "browser::overview::without_scripts_all_is_there",
            "browser::overview::static_and_live_say_the_same_and_nothing_moves",
            "browser::overview::it_prints_on_one_page",
            "browser::goals::reported::static_progress_stays_until_it_is_live_and_says_the_same",
            "browser::prerendered::every_item_is_there_without_javascript",
            "browser::prerendered::going_live_moves_nothing_on_a_slow_device",
            "browser::frames::without_javascript_it_can_be_read",
            "browser::terms::without_scripts_it_is_the_text",
            "browser::shell::odd::each_feature_that_is_missing_is_told_or_done_without",
            "browser::shell::network::what_comes_instead_of_a_module_is_told",
            "browser::shell::network::what_comes_instead_of_data_is_told",
        ],
    },
    Promise {
        name: "Nothing invented",
        text: "What the plan doesn't say isn't shown. A span has soft edges and is no day; progress is the page's own, with \
               source and date; what editors inferred says so.",
        tests: &[
            "host::timeline::no_item_shows_a_date_that_the_plan_does_not_state",
            "host::timeline::only_the_adoption_is_a_day",
            "host::timeline::times_have_shapes",
            "host::goals::a_card_states_no_time_that_the_plan_does_not",
            "host::goals::what_was_reached_before_is_no_number_to_reach",
            "host::goals::departments_are_marked_as_inferred",
            "host::overview::nothing_is_left_out_without_a_word",
            "host::overview::counts_add_up_in_every_plan_and_language",
            "host::progress::a_number_keeps_unit_date_and_source",
            "host::progress::a_status_follows_from_growth",
            "host::progress::a_change_of_method_since_the_baseline_forbids_comparing",
            "host::progress::what_somebody_has_judged_counts_first_and_names_them",
            "host::progress::what_is_on_no_card_is_named",
            "browser::goals::departments_are_shown_when_asked_for_as_inferred",
            "browser::goals::page::progress_is_shown_with_date_and_source",
            "browser::goals::reported::what_is_on_no_card_is_listed_and_told",
        ],
    },
    Promise {
        name: "Traceable",
        text: "Every exact name, number and phrase has its article and its position in the plan's text, and one command \
               compares them all with it.",
        tests: &[
            "cargo xtask verify --source TEXT",
            "host::model::every_term_of_the_bundled_plan_is_cited",
            "host::goals::a_number_keeps_its_wording_its_kind_and_its_time",
            "host::goals::a_project_has_the_wording_of_the_goals_article",
            "host::timeline::a_stage_has_the_plans_verb_and_its_article",
            "browser::goals::text_is_copied_with_its_source",
            "host::poster::what_is_shown_is_drawn_with_its_source",
            "tests/package/taken-read.mjs",
        ],
    },
    Promise {
        name: "A good guest",
        text: "Nothing leaks out of a widget and nothing in. No request to others, no trap for the wheel, no shift, no global \
               name; the page's text, address and memory stay the page's; a widget that fails does so alone, and can be read.",
        tests: &[
            "browser::guest::a_strict_policy_with_trusted_types_is_kept",
            "browser::guest::hostile_styles_change_nothing",
            "browser::guest::its_styles_do_not_leak",
            "browser::guest::nothing_comes_from_another_host",
            "browser::guest::no_name_is_left_in_the_page",
            "browser::timeline::the_wheel_is_the_pages_without_a_modifier",
            "browser::terms::undo_leaves_every_node_as_it_was",
            "browser::terms::what_the_page_changes_stays_changed",
            "browser::terms::changed::whatever_happens_to_it_the_text_is_the_pages",
            "browser::terms::changed::a_highlight_has_its_words_and_no_text_is_lost",
            "browser::terms::changed::a_fight_ends",
            "browser::terms::shown::a_line_of_boxes_is_not_torn",
            "browser::address::what_is_not_ours_stays_to_the_letter",
            "browser::address::a_page_with_routes_a_base_and_a_state_keeps_them",
            "browser::address::a_limit_on_history_calls_takes_no_event",
            "browser::links::what_is_no_url_becomes_no_link",
            "browser::links::a_picture_is_asked_for_without_a_referrer",
            "browser::frames::strangers_are_not_heard",
            "browser::frames::a_frame_that_goes_elsewhere_is_a_stranger",
            "browser::frames::a_frame_has_no_more_of_the_url_than_its_own",
            "browser::frames::a_host_is_written_to_seldom_and_without_its_router",
            "browser::frames::what_a_reader_does_is_answered_to_who_has_spoken",
            "browser::frames::a_host_sets_what_is_shown",
            "browser::frames::messages_at_random_do_no_harm_in_the_host",
            "browser::frames::messages_at_random_do_no_harm_in_the_page",
            "browser::shell::memory_comes_back",
            "browser::shell::removed_elements_are_collected",
            "browser::soak::progress_is_replaced",
            "browser::soak::models_are_replaced",
            "browser::soak::addresses_of_plans_are_replaced",
            "browser::soak::elements_come_and_go",
            "browser::soak::attributes_change",
            "browser::shell::failing::a_trapped_instance_is_replaced",
            "browser::shell::failing::what_traps_again_and_again_is_left_alone",
            "browser::shell::failing::a_wrong_model_is_reported_and_what_was_shown_stays",
            "browser::shell::faults::each_import_may_throw_once",
            "browser::shell::faults::each_method_may_throw_once",
            "browser::shell::handlers::handlers_that_change_again_and_again_are_slowed_down",
            "browser::shell::handlers::handlers_may_throw",
            "browser::shell::network::a_failure_that_passes_is_no_end",
            "browser::shell::network::an_old_module_harms_no_other_widget",
            "browser::shell::odd::what_a_page_puts_on_all_objects_does_no_harm",
            "browser::shell::odd::names_in_the_page_hide_nothing",
            "browser::shell::odd::it_lives_in_every_kind_of_page",
            "host::markup::a_plans_text_is_never_markup",
            "host::hostile::known_horrors_get_an_answer",
            "host::stress::what_is_beyond_a_limit_is_refused_where_it_stands",
            "host::stress::whatever_comes_together",
            "tests/package/stress.mjs",
            "cargo xtask fuzz",
        ],
    },
    Promise {
        name: "Everyone can use it",
        text: "WCAG 2.2 AA; keyboard, screen reader, touch; 320 px and wide, dark, forced colours, print; Chinese and English \
               complete down to the last label.",
        tests: &[
            "browser::timeline::axe_finds_nothing",
            "browser::goals::axe_finds_nothing",
            "browser::glossary::axe_finds_nothing",
            "browser::overview::it_fits_and_axe_finds_nothing",
            "browser::overview::keys_go_along_rows_and_columns_from_one_stop",
            "browser::terms::popup::axe_finds_nothing",
            "browser::frames::everybody_can_use_the_pages",
            "browser::take::the_menu_has_the_keys_of_a_menu",
            "browser::take::the_menu_is_read_out_and_axe_finds_nothing",
            "browser::take::it_fits_at_320_pixels_light_and_dark",
            "browser::take::what_cannot_be_copied_is_selected",
            "browser::timeline::keys::tab_stops_once_in_the_items",
            "browser::goals::keys::tab_stops_once_in_closed_cards",
            "browser::glossary::tab_leads_to_the_search_the_order_and_one_term",
            "browser::timeline::the_accessibility_tree_says_each_item_once",
            "browser::goals::the_accessibility_tree_says_each_number_with_unit_and_year",
            "browser::glossary::the_accessibility_tree_names_everything",
            "browser::timeline::targets_are_large_enough",
            "browser::timeline::text_can_be_twice_as_large",
            "browser::timeline::nothing_is_wider_than_the_page",
            "browser::timeline::page::forced_colors_keep_stages_and_spans_visible",
            "browser::guest::forced_colors_keep_everything_visible",
            "host::markup::a_chinese_page_has_no_english_word",
            "host::markup::a_timeline_in_one_language_has_no_other",
            "host::markup::goals_in_one_language_have_no_other",
            "tests/package/wording.mjs",
        ],
    },
    Promise {
        name: "Light and quick",
        text: "Bytes and nodes have budgets; times are compared with the peers'.",
        tests: &[
            "cargo xtask size",
            "cargo xtask bench",
            "browser::timeline::page::many_items_stay_few_nodes",
            "browser::glossary::ten_thousand_terms_stay_few_nodes",
            "browser::goals::two_thousand_goals_come_by_the_hundred",
            "browser::timeline::a_change_is_worked_out_once",
            "browser::terms::a_million_characters_are_marked_and_left",
            "browser::terms::shown::what_is_seen_is_marked_first",
            "browser::terms::large::marks_take_time_in_proportion",
            "browser::shell::steps::a_large_plan_is_checked_in_steps",
            "host::stress::a_plan_is_read_in_steps",
            "host::timeline::few_nodes_show_many_items",
            "host::stress::reading_takes_time_in_proportion",
            "host::stress::views_take_time_in_proportion",
            "host::stress::progress_takes_time_in_proportion",
            "host::stress::terms_are_found_in_time_in_proportion",
        ],
    },
];

/// The page.
///
/// # Errors
/// Names a test that isn't there.
pub fn page() -> Result<String> {
    let sources = sources()?;
    let mut page = String::from(
        "# Promises\n\nMade by `cargo xtask generate` from `xtask/src/generate/promises.rs`; a test that is named here and isn't \
         there fails `cargo xtask check`. `browser::` tests run in three engines, or in those that their source names.\n",
    );
    for Promise { name, text, tests } in &PROMISES {
        page.extend(["\n## ", name, "\n\n", text, "\n\n"]);
        for test in *tests {
            if test.starts_with("tests/") {
                let is_there = root().join(test).is_file();
                ensure!(
                    is_there,
                    "there is no {test}, which a promise names (xtask/src/generate/promises.rs)"
                );
            } else if !test.starts_with("cargo ") {
                let (module, name) = test.rsplit_once("::").context("a test has a module")?;
                let source = sources.get(module).with_context(|| format!("there is no module {module}"))?;
                let is_there = source.lines().any(|line| {
                    let line = line.trim();
                    let entry = line.strip_prefix(name).is_some_and(|rest| rest.starts_with([';', ' ']));
                    entry || line.starts_with(&format!("fn {name}("))
                });
                ensure!(
                    is_there,
                    "there is no test {test}, which a promise names (xtask/src/generate/promises.rs)"
                );
            }
            page.extend(["- `", test, "`\n"]);
        }
    }
    Ok(page)
}

/// The sources of the tests by their modules.
fn sources() -> Result<BTreeMap<String, String>> {
    let mut sources = BTreeMap::new();
    for (folder, kind) in [("tests/browser/src", "browser"), ("tests/host", "host")] {
        let folder = root().join(folder);
        for file in files(&folder)? {
            let path = file.with_extension("");
            let names = path.iter().map(|name| name.to_string_lossy());
            let module = names.fold(kind.to_owned(), |module, name| module + "::" + &name);
            sources.insert(module, read(&folder.join(&file))?);
        }
    }
    Ok(sources)
}
