//! What machines read about a page in the words of schema.org (model.md §19).

use crate::harness::site;

/// A site that may be indexed and knows its address, with something of everything that is said.
const INDEXED: &str = r#"
//- /site.toml
[site]
title = "Handbook"
organisation = "Nordhang"
base_url = "https://handbook.example/"
default_language = "en"
languages = ["en", "de"]
time_zone = "Europe/Zurich"
noindex = false

[diagnostics]
untranslated = "allow"
link-published = "allow"
optional-to-self-study = "allow"
//- /content/topics/ads/index.md
+++
title = "Ads"
summary = "How ads work."
modules = ["first", "second", "third"]
level = "intermediate"
entry = "An account"

[[goals]]
id = "buy"
text = "Buy an ad"
+++
//- /content/topics/ads/index.de.md
+++
title = "Anzeigen"
+++
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
goals = ["buy"]
+++
//- /content/topics/ads/second.md
+++
title = "Second"
summary = "Money and ads."
minutes = 25
self_study_minutes = 10
level = "advanced"
prerequisites = ["first"]
objectives = ["Set up an ad", "Stop an ad"]
goals = ["buy"]
+++
//- /content/topics/ads/third.md
+++
title = "Third"
minutes = 30
optional = true
objectives = ["Compare ads"]
goals = ["buy"]
+++
//- /content/cohorts/spring.toml
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-18
rhythm = "every 2 weeks"
time = "13:30"
place = "Room 4"

[[session]]
number = 2
cancelled = true

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#;

/// The JSON-LD of a page, one property a line.
#[track_caller]
fn json_ld(handbook: &str, page: &str) -> String {
    let site = site(handbook);
    let script = script(&site[page]).expect("the page has JSON-LD");
    let read: serde_json::Value = serde_json::from_str(script).expect("the script is JSON");
    serde_json::to_string_pretty(&read).unwrap()
}

fn script(html: &str) -> Option<&str> {
    let (_, behind) = html.split_once("<script type=\"application/ld+json\">")?;
    Some(behind.split_once("</script>")?.0)
}

/// The handbook with another text for one that it has.
#[track_caller]
fn with(handbook: &str, old: &str, new: &str) -> String {
    assert!(handbook.contains(old), "{old} is not in the handbook");
    handbook.replacen(old, new, 1)
}

#[test]
fn the_policy_of_a_page_names_its_json_ld_and_no_other() {
    let site = site(INDEXED);
    let hash = |page: &str| {
        let policy = site[page].split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1).unwrap();
        let policy = policy.split("\">").next().unwrap();
        policy.split("sha256-").nth(1).map(|rest| rest.split('=').next().unwrap().to_owned())
    };
    let (topic, module) = (hash("topics/ads/index.html"), hash("topics/ads/first/index.html"));
    assert!(topic.is_some() && module.is_some() && topic != module);
    assert_eq!(hash("glossary/index.html"), None);
}

#[test]
fn a_topic_is_a_course() {
    let expected = r#"{
  "@context": "https://schema.org",
  "@type": "Course",
  "@id": "https://handbook.example/topics/ads/",
  "url": "https://handbook.example/topics/ads/",
  "name": "Ads",
  "description": "How ads work.",
  "inLanguage": "en",
  "provider": {
    "@type": "Organization",
    "name": "Nordhang"
  },
  "educationalLevel": "intermediate",
  "timeRequired": "PT45M",
  "teaches": [
    "Buy an ad"
  ],
  "coursePrerequisites": "An account",
  "syllabusSections": [
    {
      "@type": "Syllabus",
      "@id": "https://handbook.example/topics/ads/first/",
      "url": "https://handbook.example/topics/ads/first/",
      "name": "First",
      "timeRequired": "PT20M",
      "teaches": [
        "Explain an ad"
      ]
    },
    {
      "@type": "Syllabus",
      "@id": "https://handbook.example/topics/ads/second/",
      "url": "https://handbook.example/topics/ads/second/",
      "name": "Second",
      "timeRequired": "PT25M",
      "teaches": [
        "Set up an ad",
        "Stop an ad"
      ]
    },
    {
      "@type": "Syllabus",
      "@id": "https://handbook.example/topics/ads/third/",
      "url": "https://handbook.example/topics/ads/third/",
      "name": "Third",
      "timeRequired": "PT30M",
      "teaches": [
        "Compare ads"
      ]
    }
  ],
  "hasCourseInstance": [
    {
      "@type": "CourseInstance",
      "@id": "https://handbook.example/cohorts/spring/",
      "url": "https://handbook.example/cohorts/spring/",
      "name": "Spring",
      "description": "Young people show managers how it is done.",
      "startDate": "2027-03-18",
      "endDate": "2027-04-01",
      "eventStatus": "https://schema.org/EventScheduled",
      "courseMode": "Onsite",
      "courseSchedule": {
        "@type": "Schedule",
        "startDate": "2027-03-18",
        "endDate": "2027-04-01",
        "startTime": "13:30:00",
        "duration": "PT60M",
        "repeatFrequency": "P2W",
        "repeatCount": 1,
        "scheduleTimezone": "Europe/Zurich"
      },
      "courseWorkload": "PT100M",
      "location": [
        {
          "@type": "Place",
          "name": "Room 4"
        }
      ]
    }
  ]
}"#;
    assert_eq!(json_ld(INDEXED, "topics/ads/index.html"), expected);
}

#[test]
fn a_cohort_is_a_course_instance() {
    let expected = r#"{
  "@context": "https://schema.org",
  "@type": "CourseInstance",
  "@id": "https://handbook.example/cohorts/spring/",
  "url": "https://handbook.example/cohorts/spring/",
  "name": "Spring",
  "description": "Young people show managers how it is done.",
  "startDate": "2027-03-18",
  "endDate": "2027-04-01",
  "eventStatus": "https://schema.org/EventScheduled",
  "courseMode": "Onsite",
  "courseSchedule": {
    "@type": "Schedule",
    "startDate": "2027-03-18",
    "endDate": "2027-04-01",
    "startTime": "13:30:00",
    "duration": "PT60M",
    "repeatFrequency": "P2W",
    "repeatCount": 1,
    "scheduleTimezone": "Europe/Zurich"
  },
  "courseWorkload": "PT100M",
  "location": [
    {
      "@type": "Place",
      "name": "Room 4"
    }
  ],
  "about": [
    {
      "@type": "Course",
      "@id": "https://handbook.example/topics/ads/",
      "url": "https://handbook.example/topics/ads/",
      "name": "Ads"
    }
  ],
  "subEvent": [
    {
      "@type": "EducationEvent",
      "@id": "https://handbook.example/cohorts/spring/sessions/s1/",
      "url": "https://handbook.example/cohorts/spring/sessions/s1/",
      "name": "Opening",
      "startDate": "2027-03-18T13:30:00+01:00",
      "endDate": "2027-03-18T14:30:00+01:00",
      "eventStatus": "https://schema.org/EventScheduled"
    },
    {
      "@type": "EducationEvent",
      "@id": "https://handbook.example/cohorts/spring/sessions/s2/",
      "url": "https://handbook.example/cohorts/spring/sessions/s2/",
      "name": "Closing",
      "startDate": "2027-04-01T13:30:00+02:00",
      "endDate": "2027-04-01T14:30:00+02:00",
      "eventStatus": "https://schema.org/EventCancelled"
    }
  ]
}"#;
    assert_eq!(json_ld(INDEXED, "cohorts/spring/index.html"), expected);
}

#[test]
fn a_session_is_an_event() {
    let expected = r#"{
  "@context": "https://schema.org",
  "@type": "EducationEvent",
  "@id": "https://handbook.example/cohorts/spring/sessions/s2/",
  "url": "https://handbook.example/cohorts/spring/sessions/s2/",
  "name": "Closing",
  "startDate": "2027-04-01T13:30:00+02:00",
  "endDate": "2027-04-01T14:30:00+02:00",
  "eventStatus": "https://schema.org/EventCancelled",
  "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
  "location": [
    {
      "@type": "Place",
      "name": "Room 4"
    }
  ],
  "superEvent": {
    "@type": "CourseInstance",
    "@id": "https://handbook.example/cohorts/spring/",
    "url": "https://handbook.example/cohorts/spring/",
    "name": "Spring"
  }
}"#;
    assert_eq!(json_ld(INDEXED, "cohorts/spring/sessions/s2/index.html"), expected);
}

#[test]
fn a_module_is_a_learning_resource() {
    let expected = r#"{
  "@context": "https://schema.org",
  "@type": "LearningResource",
  "@id": "https://handbook.example/topics/ads/second/",
  "url": "https://handbook.example/topics/ads/second/",
  "name": "Second",
  "description": "Money and ads.",
  "inLanguage": "en",
  "educationalLevel": "advanced",
  "timeRequired": "PT25M",
  "teaches": [
    "Set up an ad",
    "Stop an ad"
  ],
  "competencyRequired": [
    "First"
  ],
  "audience": [
    {
      "@type": "EducationalAudience",
      "educationalRole": "mentee",
      "audienceType": "the experienced manager who learns"
    },
    {
      "@type": "EducationalAudience",
      "educationalRole": "mentor",
      "audienceType": "the young employee who passes something on"
    }
  ],
  "isPartOf": {
    "@type": "Course",
    "@id": "https://handbook.example/topics/ads/",
    "url": "https://handbook.example/topics/ads/",
    "name": "Ads"
  }
}"#;
    assert_eq!(json_ld(INDEXED, "topics/ads/second/index.html"), expected);
}

#[test]
fn texts_and_addresses_are_those_of_the_language() {
    let said = json_ld(INDEXED, "de/topics/ads/first/index.html");
    for line in [
        r#""url": "https://handbook.example/de/topics/ads/first/""#,
        r#""inLanguage": "de""#,
        r#""name": "Anzeigen""#,
        r#""audienceType": "die erfahrene Führungskraft: lernt""#,
    ] {
        assert!(said.contains(line), "{line} is not in {said}");
    }
}

#[test]
fn what_takes_place_online_says_so_and_names_the_link_only_where_it_is_published() {
    let cohort = "cohorts/spring/index.html";
    let link = "https://meet.example/a?b&c";
    let secret = with(INDEXED, "place = \"Room 4\"", &format!("place = \"Room 4\"\nlink = \"{link}\""));
    let said = json_ld(&secret, cohort);
    assert!(said.contains(r#""courseMode": "Blended""#) && !said.contains(link), "{said}");
    let said = json_ld(&with(&secret, "place = \"Room 4\"\n", ""), cohort);
    assert!(said.contains(r#""courseMode": "Online""#) && !said.contains("\"location\""), "{said}");

    let published = with(&secret, "link =", "publish_link = true\nlink =");
    let said = json_ld(&published, cohort);
    assert!(said.contains(r#""courseMode": "Blended""#) && said.contains(link), "{said}");
    let said = json_ld(&published, "cohorts/spring/sessions/s1/index.html");
    assert!(said.contains("https://schema.org/MixedEventAttendanceMode"), "{said}");

    let said = json_ld(&with(&published, "place = \"Room 4\"\n", ""), cohort);
    assert!(said.contains(r#""courseMode": "Online""#) && said.contains("VirtualLocation"), "{said}");
    assert!(!said.contains("\"Place\""), "{said}");
}

#[test]
fn a_site_that_does_not_know_its_address_gives_none() {
    let unknown = with(INDEXED, "base_url = \"https://handbook.example/\"\n", "");
    let pages = ["topics/ads/index.html", "cohorts/spring/index.html", "cohorts/spring/sessions/s1/index.html"];
    for page in pages {
        let said = json_ld(&unknown, page);
        assert!(!said.contains("\"@id\"") && !said.contains("\"url\""), "{said}");
    }
}

#[test]
fn a_cancelled_cohort_is_cancelled_with_all_its_sessions() {
    let cancelled = with(INDEXED, "place = \"Room 4\"", "place = \"Room 4\"\nstatus = \"cancelled\"");
    let said = json_ld(&cancelled, "cohorts/spring/index.html");
    assert!(said.contains("EventCancelled") && !said.contains("EventScheduled"), "{said}");
}

#[test]
fn four_kinds_of_page_have_it_and_only_if_they_may_be_indexed() {
    let described = |handbook: &str| {
        let pages = site(handbook).into_iter().filter(|(_, contents)| script(contents).is_some());
        pages.map(|(path, _)| path).filter(|path| !path.starts_with("de/")).collect::<Vec<_>>()
    };
    let kinds = [
        "cohorts/spring/index.html",
        "cohorts/spring/sessions/s1/index.html",
        "cohorts/spring/sessions/s2/index.html",
        "topics/ads/first/index.html",
        "topics/ads/index.html",
        "topics/ads/second/index.html",
        "topics/ads/third/index.html",
    ];
    assert_eq!(described(INDEXED), kinds);
    assert_eq!(described(&with(INDEXED, "noindex = false", "noindex = true")), [""; 0]);
    assert_eq!(described(&with(INDEXED, "noindex = false\n", "")), [""; 0]);
}

#[test]
fn a_title_does_not_end_the_script() {
    let title = "</script><script>alert(1)</script> & <!--";
    let handbook = with(INDEXED, "title = \"Second\"", &format!("title = \"{title}\""));
    for page in ["topics/ads/second/index.html", "topics/ads/index.html"] {
        let html = &site(&handbook)[page];
        assert!(!html.contains("<script>alert"), "{html}");
        let read: serde_json::Value = serde_json::from_str(script(html).unwrap()).unwrap();
        let name = if page.contains("second") { &read["name"] } else { &read["syllabusSections"][1]["name"] };
        assert_eq!(name, title);
    }
}

#[test]
fn nobody_is_named_not_even_those_whom_the_page_shows_by_name() {
    let open = with(INDEXED, "noindex = false", "noindex = false\nvisibility = \"public\"");
    let open = with(&open, "untranslated = ", "public-names = \"allow\"\nuntranslated = ");
    let open = with(&open, "place = \"Room 4\"", "place = \"Room 4\"\nvisibility = \"public\"");
    let people = "//- /private/people/spring.toml\n\
        [m1]\nname = \"Xaverine\"\nconsent = \"public\"\n[e1]\nname = \"Quirinius\"\nconsent = \"public\"\n";
    let site = site(&format!("{open}{people}"));
    assert!(site["cohorts/spring/index.html"].contains("Xaverine"), "the page itself shows the pair");
    for (path, said) in site.iter().filter_map(|(path, html)| Some((path, script(html)?))) {
        for word in ["Xaverine", "Quirinius", "Person", "Mentor 1", "Mentee 1"] {
            assert!(!said.contains(word), "{word} in {path}: {said}");
        }
    }
}
