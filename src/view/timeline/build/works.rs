//! Works: what a plan says of the projects that none of its events is about.

use crate::{
    model::{Event, Mention, Plan, Project, Table},
    view::facets::Ids,
};

/// A project in a stage and a period, as an event that is about it alone.
pub(super) struct Work<'a> {
    /// The id of its item: no record's, for those have no colons.
    pub id: String,
    pub event: Event,
    pub project: &'a Project,
    pub mention: &'a Mention,
}

/// The works of a plan, in its order: each stage and period of a project once.
pub(super) fn works(plan: &Plan) -> Vec<Work<'_>> {
    let shown = Ids::of(&mut plan.events.iter().flat_map(|event| &event.projects).map(|id| &**id));
    let mut works: Vec<Work> = Vec::new();
    let mut known = Table::default();
    for project in plan.projects.iter().filter(|project| shown.find(&project.id).is_none()) {
        for mention in &project.mentions {
            let period = mention.period.as_deref().unwrap_or_default();
            let id = [&*project.id, ":", mention.stage.name(), ":", period].concat();
            if known.add(&id, works.len(), &|index| &works[index].id) < works.len() {
                continue;
            }
            let event = Event {
                period: mention.period.clone(),
                stage: Some(mention.stage),
                projects: vec![project.into()],
                ..Event::default()
            };
            works.push(Work { id, event, project, mention });
        }
    }
    works
}
