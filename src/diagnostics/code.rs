use std::fmt;

/// How much a message weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The handbook cannot be built like this.
    Error,
    /// It can be built, but something is probably not meant so.
    Warning,
    /// Worth knowing.
    Note,
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        })
    }
}

macro_rules! codes {
    ($($variant:ident = $name:literal, $severity:ident;)*) => {
        /// The name of a kind of message; model.md calls it by the same words.
        ///
        /// Codes are names and not numbers. Each has an [`explanation`](super::explanation).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each code is documented by its explanation, which authors read too")]
        pub enum Code {
            $($variant,)*
        }

        impl Code {
            /// Every code, errors first, then warnings, then notes.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name authors know it by.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The weight it has unless `[diagnostics]` or `--strict` says otherwise (model.md §0).
            #[must_use]
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$variant => Severity::$severity,)*
                }
            }
        }
    };
}

codes! {
    NotUtf8 = "not-utf8", Error;
    FrontMatterFence = "front-matter-fence", Error;
    TomlSyntax = "toml-syntax", Error;
    UnknownKey = "unknown-key", Error;
    WrongType = "wrong-type", Error;
    MissingKey = "missing-key", Error;
    BadId = "bad-id", Error;
    DuplicateId = "duplicate-id", Error;
    UnknownReference = "unknown-reference", Error;
    OutOfRange = "out-of-range", Error;
    NotAnOption = "not-an-option", Error;
    Empty = "empty", Error;
    StructureInTranslation = "structure-in-translation", Error;
    OrphanTranslation = "orphan-translation", Error;
    IncludeNotFound = "include-not-found", Error;
    IncludeCircle = "include-circle", Error;
    UnknownComponent = "unknown-component", Error;
    ComponentArgument = "component-argument", Error;
    TemplateSyntax = "template-syntax", Error;
    TemplateUnknownName = "template-unknown-name", Error;
    TemplateNotFound = "template-not-found", Error;
    UnknownTheme = "unknown-theme", Error;
    ThemeCircle = "theme-circle", Error;
    ThemeVersion = "theme-version", Error;
    MissingText = "missing-text", Error;
    TextSyntax = "text-syntax", Error;
    DuplicateOutput = "duplicate-output", Error;
    UnknownDiagnostic = "unknown-diagnostic", Error;
    WrongLevel = "wrong-level", Error;
    UnknownLanguage = "unknown-language", Error;
    NotOurFolder = "not-our-folder", Error;
    BadBaseUrl = "bad-base-url", Error;
    DefaultLanguage = "default-language", Error;
    NoTimeZone = "no-time-zone", Error;
    UnknownTimeZone = "unknown-time-zone", Error;
    NoUidDomain = "no-uid-domain", Error;
    InvertedPeriod = "inverted-period", Error;
    ProgrammeWithoutTopic = "programme-without-topic", Error;
    ListedTwice = "listed-twice", Error;
    MilestoneAnchor = "milestone-anchor", Error;
    BrokenLink = "broken-link", Error;
    BrokenAnchor = "broken-anchor", Error;
    UnknownParameter = "unknown-parameter", Error;
    UnknownModule = "unknown-module", Error;
    PracticeExceedsMinutes = "practice-exceeds-minutes", Error;
    UnknownPrerequisite = "unknown-prerequisite", Error;
    PrerequisiteCycle = "prerequisite-cycle", Error;
    PrerequisiteOrder = "prerequisite-order", Error;
    UnknownGoal = "unknown-goal", Error;
    MissingFile = "missing-file", Error;
    RequiresOptional = "requires-optional", Error;
    SeveralRestBlocks = "several-rest-blocks", Error;
    SeveralModuleBlocks = "several-module-blocks", Error;
    SessionTooShort = "session-too-short", Error;
    AgendaDoesNotAddUp = "agenda-does-not-add-up", Error;
    UnknownCheck = "unknown-check", Error;
    NoTopic = "no-topic", Error;
    TopicNotOffered = "topic-not-offered", Error;
    StartSkipped = "start-skipped", Error;
    BadRhythm = "bad-rhythm", Error;
    PastEnd = "past-end", Error;
    SessionNumber = "session-number", Error;
    SessionTwice = "session-twice", Error;
    ChangeWithoutCancel = "change-without-cancel", Error;
    PersonalDataInContent = "personal-data-in-content", Error;
    UnknownPerson = "unknown-person", Error;
    SelfPair = "self-pair", Error;
    AgeTwice = "age-twice", Error;
    BadAgeBand = "bad-age-band", Error;
    NotInProgramme = "not-in-programme", Error;
    NoFreeWeek = "no-free-week", Error;
    NoFreeDate = "no-free-date", Error;
    DatesNotRising = "dates-not-rising", Error;
    PinBeforePath = "pin-before-path", Error;
    PinNoRoom = "pin-no-room", Error;
    PathDoesNotFit = "path-does-not-fit", Error;
    ModuleTooLong = "module-too-long", Error;
    PinUnknown = "pin-unknown", Error;
    AmbiguousPin = "ambiguous-pin", Error;
    LinkOutside = "link-outside", Error;
    NameLeak = "name-leak", Error;
    Untranslated = "untranslated", Warning;
    TranslationLength = "translation-length", Warning;
    SwissSpelling = "swiss-spelling", Warning;
    NoInterfaceLanguage = "no-interface-language", Warning;
    PublicNames = "public-names", Warning;
    MilestoneSession = "milestone-session", Warning;
    UnlistedModule = "unlisted-module", Warning;
    UnservedGoal = "unserved-goal", Warning;
    GoallessModule = "goalless-module", Warning;
    VagueObjective = "vague-objective", Warning;
    CrowdedObjectives = "crowded-objectives", Warning;
    StaleTopic = "stale-topic", Warning;
    TimeInGap = "time-in-gap", Warning;
    TimeInFold = "time-in-fold", Warning;
    WeekendSession = "weekend-session", Warning;
    SessionOnSkippedDay = "session-on-skipped-day", Warning;
    PublishedAfterStart = "published-after-start", Warning;
    NoPairs = "no-pairs", Warning;
    DraftReference = "draft-reference", Warning;
    LinkPublished = "link-published", Warning;
    MentorInSeveralPairs = "mentor-in-several-pairs", Warning;
    BothRoles = "both-roles", Warning;
    EmptyModuleBlock = "empty-module-block", Warning;
    NoPeopleFile = "no-people-file", Warning;
    PeopleNotIgnored = "people-not-ignored", Warning;
    VisibilityLowered = "visibility-lowered", Warning;
    UnsafeHtml = "unsafe-html", Warning;
    MissingAlt = "missing-alt", Warning;
    NearlyMarkdown = "nearly-markdown", Warning;
    StrayFile = "stray-file", Warning;
    ExternalLink = "external-link", Warning;
    OptionalToSelfStudy = "optional-to-self-study", Note;
    UnusedTopic = "unused-topic", Note;
    UnusedTerm = "unused-term", Note;
    DefaultRolePage = "default-role-page", Note;
}

impl Code {
    /// The code called `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
