use super::summaries::beginning;
use super::{PageKey, Writer, nowhere};
use crate::document::pages::FormKind;
use crate::document::topic::Level;
use crate::handbook::form::Form;
use crate::handbook::module::{Module, Target};
use crate::handbook::topic::Topic;
use crate::handbook::{Id, WordLists};
use crate::plan::body::PageText;
use crate::plan::targets::{is_external, shown_file};
use crate::text::in_link;
use crate::view::{
    FormView, GlossaryTerm, GlossaryView, GoalRow, HomeView, Html, Link, MaterialRow, ModuleRow, ModuleView,
    NotFoundView, PageView, TopicCard, TopicView, TopicsView, View, WorkedOn,
};

type Titled = (String, String, View);

impl Writer<'_> {
    pub(super) fn home(&self, texts: &mut PageText<'_>) -> Titled {
        let handbook = self.handbook;
        let title = match &handbook.home {
            Some(home) => self.words(&home.title),
            None => self.words(&handbook.config.title),
        };
        let view = HomeView {
            html: self.home_html(texts),
            programmes: handbook.programmes.ids().map(|id| self.programme_card(id)).collect(),
            cohorts: self.plan.uses.by_date.iter().map(|&id| self.cohort_card(id)).collect(),
            topics: self.offered_topics(),
            print: self.print_link(PageKey::Print),
        };
        let welcome = beginning(&view.html);
        let description = if welcome.is_empty() { self.text("home-swap") } else { welcome };
        (title, description, View::Home(Box::new(view)))
    }

    fn home_html(&self, texts: &mut PageText<'_>) -> Html {
        let Some(home) = &self.handbook.home else { return Html::default() };
        let skip = home.title_from_text.then(|| home.title.get(self.language).to_string());
        let file = shown_file(self.handbook, PageKey::Home, self.language);
        file.map_or_else(Html::default, |file| texts.html(file, skip.as_deref()))
    }

    pub(super) fn offered_topics(&self) -> Vec<TopicCard> {
        let offered = self.handbook.topics.entries().filter(|(_, topic)| !topic.front.archived);
        offered.map(|(id, _)| self.topic_card(id)).collect()
    }

    pub(super) fn topics(&self) -> Titled {
        let archived = self.handbook.topics.entries().filter(|(_, topic)| topic.front.archived);
        let archived = archived.map(|(id, _)| self.topic_card(id)).collect();
        let view = TopicsView { topics: self.offered_topics(), archived };
        (self.text("nav-topics"), self.text("topics-intro"), View::Topics(Box::new(view)))
    }

    pub(super) fn topic_link(&self, id: Id<Topic>) -> Link {
        self.link(PageKey::Topic(id), self.words(&self.handbook.topics[id].title))
    }

    pub(super) fn module_link(&self, id: Id<Module>) -> Link {
        self.link(PageKey::Module(id), self.words(&self.handbook.modules[id].title))
    }

    pub(super) fn topic_card(&self, id: Id<Topic>) -> TopicCard {
        let topic = &self.handbook.topics[id];
        let modules = &self.handbook.modules;
        TopicCard {
            title: self.words(&topic.title),
            summary: self.words(&topic.summary),
            outcome: self.maybe(topic.outcome.as_ref()),
            href: self.href(PageKey::Topic(id)),
            level: level_word(topic.level).to_owned(),
            minutes: topic.required_minutes(modules),
            modules: topic.path.len(),
            practice_percent: topic.practice_percent(modules),
            draft: topic.front.draft,
        }
    }

    pub(super) fn topic(&self, id: Id<Topic>, texts: &mut PageText<'_>) -> Titled {
        let topic = &self.handbook.topics[id];
        let rows: Vec<ModuleRow> = topic.path.iter().map(|&module| self.module_row(module)).collect();
        let (optional, required) = rows.into_iter().partition(|row| row.optional);
        let cohorts = self.plan.uses.topics.get(&id);
        let view = TopicView {
            card: self.topic_card(id),
            why: self.maybe(topic.why.as_ref()),
            entry: self.maybe(topic.entry.as_ref()),
            goals: self.goals(topic),
            picture: self.path_picture(topic),
            required,
            optional,
            sessions_needed: self.sessions_needed(topic),
            cohorts: cohorts.into_iter().flatten().map(|&cohort| self.cohort_card(cohort)).collect(),
            reviewed: topic.front.reviewed.map(|day| self.date(day.0)),
            archived: topic.front.archived,
            print: self.print_link(PageKey::TopicPrint(id)),
            html: self.html(PageKey::Topic(id), texts),
        };
        (view.card.title.clone(), view.card.summary.clone(), View::Topic(Box::new(view)))
    }

    fn goals(&self, topic: &Topic) -> Vec<GoalRow> {
        let serving = |position: usize| {
            let modules = topic.path.iter().filter(move |&&id| self.handbook.modules[id].goals.contains(&position));
            modules.map(|&id| self.module_link(id)).collect()
        };
        let goal = |(position, goal): (usize, &crate::handbook::topic::Goal)| GoalRow {
            text: self.words(&goal.text),
            measure: self.maybe(goal.measure.as_ref()),
            modules: serving(position),
        };
        topic.goals.iter().enumerate().map(goal).collect()
    }

    /// How many sessions of the first programme that offers the topic the required modules fill (model.md §4).
    fn sessions_needed(&self, topic: &Topic) -> usize {
        let programme = self
            .handbook
            .programmes
            .iter()
            .find(|programme| programme.topics.iter().any(|&id| self.handbook.topics[id].id == topic.id));
        let Some((programme, plan)) = programme.and_then(|one| Some((one, one.plan.as_ref()?))) else { return 0 };
        let mut left = i64::from(topic.required_minutes(&self.handbook.modules));
        for (needed, &id) in plan.iter().enumerate() {
            if left <= 0 {
                return needed;
            }
            let shapes = self.handbook.templates[id].shapes();
            let fitted = crate::handbook::schedule::fit(&shapes, programme.session_minutes);
            left -= fitted.map_or(0, |blocks| i64::from(crate::handbook::schedule::capacity(&shapes, &blocks)));
        }
        if left <= 0 { plan.len() } else { 0 }
    }

    pub(super) fn module_row(&self, id: Id<Module>) -> ModuleRow {
        let module = &self.handbook.modules[id];
        let path = &self.handbook.topics[module.topic].path;
        ModuleRow {
            number: path.iter().position(|&other| other == id).unwrap_or_default() + 1,
            title: self.words(&module.title),
            summary: self.maybe(module.summary.as_ref()),
            href: self.href(PageKey::Module(id)),
            minutes: module.minutes,
            practice_minutes: module.practice_minutes,
            self_study_minutes: module.self_study_minutes,
            optional: module.optional,
            level: level_word(module.level).to_owned(),
            prerequisites: module.prerequisites.iter().map(|&position| self.module_link(path[position])).collect(),
            draft: module.front.draft,
        }
    }

    pub(super) fn module(&self, id: Id<Module>, texts: &mut PageText<'_>) -> Titled {
        let module = &self.handbook.modules[id];
        let topic = &self.handbook.topics[module.topic];
        let row = self.module_row(id);
        let neighbour = |position: Option<usize>| {
            position.and_then(|position| topic.path.get(position)).map_or_else(nowhere, |&id| self.module_link(id))
        };
        let position = row.number - 1;
        let file = shown_file(self.handbook, PageKey::Module(id), self.language);
        let view = ModuleView {
            topic: self.topic_link(module.topic),
            path_length: topic.path.len(),
            objectives: self.list(&module.objectives),
            goals: module.goals.iter().map(|&goal| self.words(&topic.goals[goal].text)).collect(),
            questions: self.list(&module.questions),
            keypoints: self.list(&module.keypoints),
            reflection: self.list(&module.reflection),
            prepare_mentor: self.list(&module.prepare_mentor),
            prepare_mentee: self.list(&module.prepare_mentee),
            materials: module.materials.iter().map(|material| self.material(material)).collect(),
            worked_on: self.worked_on(id),
            previous: neighbour(position.checked_sub(1)),
            next: neighbour(Some(position + 1)),
            html: file.map_or_else(Html::default, |file| texts.of_module(id, file)),
            row,
        };
        (view.row.title.clone(), self.module_summary(id), View::Module(Box::new(view)))
    }

    pub(super) fn list(&self, lists: &WordLists) -> Vec<String> {
        lists.get(self.language).iter().map(ToString::to_string).collect()
    }

    fn material(&self, material: &crate::handbook::module::Material) -> MaterialRow {
        let (href, external) = match &material.target {
            Target::Url(url) => (url.to_string(), is_external(url)),
            Target::File(file) => (in_link(file).into_owned(), false),
        };
        MaterialRow {
            title: self.words(&material.title),
            href,
            external,
            kind: material.kind.as_deref().unwrap_or_default().to_owned(),
        }
    }

    fn worked_on(&self, id: Id<Module>) -> Vec<WorkedOn> {
        let uses = self.plan.uses.modules.get(&id).into_iter().flatten();
        uses.map(|used| {
            let session = &self.handbook.cohorts[used.cohort].sessions[used.session];
            WorkedOn {
                cohort: self.cohort_link(used.cohort),
                number: session.number,
                href: self.href(PageKey::Session(used.cohort, used.session)),
                date: self.date(session.date),
                self_study: used.self_study,
            }
        })
        .collect()
    }

    pub(super) fn glossary(&self) -> Titled {
        let terms = &self.handbook.glossary;
        let anchor = |position: usize| Link {
            label: self.words(&terms[position].term),
            href: format!("{}#{}", self.href(PageKey::Glossary), terms[position].id),
        };
        let mut rows: Vec<GlossaryTerm> = terms
            .iter()
            .map(|term| GlossaryTerm {
                id: term.id.to_string(),
                term: self.words(&term.term),
                aliases: term.aliases.iter().map(|alias| self.words(alias)).filter(|alias| !alias.is_empty()).collect(),
                definition: self.words(&term.definition),
                see: term.see.iter().map(|&position| anchor(position)).collect(),
                topics: term.topics.iter().map(|&topic| self.topic_link(topic)).collect(),
            })
            .collect();
        rows.sort_by_cached_key(|row| (row.term.to_lowercase(), row.id.clone()));
        let summary = self.glossary_summary(rows.iter().map(|row| row.term.as_str()));
        (self.text("nav-glossary"), summary, View::Glossary(Box::new(GlossaryView { terms: rows })))
    }

    pub(super) fn form_title(&self, id: Id<Form>) -> String {
        let form = &self.handbook.forms[id];
        match &form.title {
            Some(title) => self.words(title),
            None => self.built_in_form(&form.id).title,
        }
    }

    pub(super) fn form_link(&self, id: Id<Form>) -> Link {
        self.link(PageKey::Form(id), self.form_title(id))
    }

    fn built_in_form(&self, id: &str) -> crate::plan::builtin::BuiltIn {
        crate::plan::builtin::form(id, self.handbook.config.languages.tag(self.language))
    }

    pub(super) fn form(&self, id: Id<Form>, texts: &mut PageText<'_>) -> Titled {
        let form = &self.handbook.forms[id];
        let html = match shown_file(self.handbook, PageKey::Form(id), self.language) {
            Some(file) => texts.html(file, None),
            None if form.file.is_none() => texts.built_in(&self.built_in_form(&form.id).text),
            None => Html::default(),
        };
        let others = self.handbook.forms.ids().filter(|&other| other != id);
        let view = FormView {
            kind: form_kind_word(form.kind).to_owned(),
            html: crate::plan::builtin::with_fields(&html),
            others: others.map(|other| self.form_link(other)).collect(),
        };
        let title = self.form_title(id);
        let summary = self.text_with("document-summary", &[("title", title.as_str().into())]);
        (title, summary, View::Document(Box::new(view)))
    }

    pub(super) fn free_page(&self, index: usize, texts: &mut PageText<'_>) -> Titled {
        let page = &self.handbook.pages[index];
        let title = self.words(&page.title);
        let skip = page.title_from_text.then_some(title.as_str());
        let file = shown_file(self.handbook, PageKey::Text(index), self.language);
        let html = file.map_or_else(Html::default, |file| texts.html(file, skip));
        (title, beginning(&html), View::Text(Box::new(PageView { html })))
    }

    pub(super) fn not_found(&self) -> Titled {
        let view = NotFoundView {
            topics: self.handbook.topics.ids().map(|id| self.topic_link(id)).collect(),
            cohorts: self.plan.uses.by_date.iter().map(|&id| self.cohort_link(id)).collect(),
        };
        (self.text("not-found-title"), self.text("not-found-text"), View::NotFound(view))
    }
}

pub(super) fn level_word(level: Level) -> &'static str {
    match level {
        Level::Beginner => "beginner",
        Level::Intermediate => "intermediate",
        Level::Advanced => "advanced",
    }
}

fn form_kind_word(kind: FormKind) -> &'static str {
    match kind {
        FormKind::Agreement => "agreement",
        FormKind::SessionLog => "session-log",
        FormKind::MidpointForm => "midpoint-form",
        FormKind::SelfRating => "self-rating",
        FormKind::EvaluationForm => "evaluation-form",
        FormKind::Other => "other",
    }
}
