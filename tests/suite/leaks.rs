//! The leak guard (model.md §17.4): names that authors wrote where nobody may read them.

use crate::harness::{BASE, check};
use crate::program::{Folder, run};

#[test]
fn a_name_is_found_where_it_was_written() {
    check(
        r#"
//- /content/cohorts/spring.md
Ask Xaverine before you begin.
    ^^^^^^^^ error[name-leak]: content/cohorts/spring.md contains the name of a person shown as "hidden" (pair "p1"); write it without the name; if it is an ordinary word, add it to private/allow-words.txt

Xaverine and Quirinius meet; Xaverine leads.
^^^^^^^^ error[name-leak]: content/cohorts/spring.md contains the name of a person shown as "hidden" (pair "p1")
             ^^^^^^^^^ error[name-leak]: content/cohorts/spring.md contains the name of a person shown as "hidden" (pair "p1")
//- /content/topics/ads/first.md
+++
title = "What Xaverines do"
              ^^^^^^^^ error[name-leak]: content/topics/ads/first.md contains the name of a person shown as "hidden" (pair "p1")
minutes = 20
objectives = ["Explain an ad"]
+++
"#,
    );
}

#[test]
fn every_form_of_a_name_is_found() {
    check(
        r#"
//- /content/pages/forms.md
# Forms

Xaverines idea, QUIRINIUS too.
^^^^^^^^ error[name-leak]: content/pages/forms.md contains…
                ^^^^^^^^^ error[name-leak]: content/pages/forms.md contains…

Xa&#118;erine
^ error[name-leak]: content/pages/forms.md contains…

Xav**er**ine
^ error[name-leak]: content/pages/forms.md contains…

Xav<b>er</b>ine
^ error[name-leak]: content/pages/forms.md contains…

[x](https://a.example/%58averine)
                      ^ error[name-leak]: content/pages/forms.md contains…

Xaver&shy;ine
^ error[name-leak]: content/pages/forms.md contains…

Xaver, Erine, xaverine, Xaverinechen: nobody.
//- /site.toml
[site]
title = "Handbook of \u0058averine"
                     ^ error[name-leak]: site.toml contains…
time_zone = "Europe/Zurich"
"#,
    );
}

#[test]
fn files_that_are_copied_are_read_too() {
    check(
        r#"
//- /static/list.txt
first line
by Quirinius
   ^^^^^^^^^ error[name-leak]: static/list.txt contains the name of a person shown as "hidden" (pair "p1")
"#,
    );
}

#[test]
fn apostrophes_hide_nobody() {
    check(
        r#"
//- /private/people/spring.toml
[m1]
name = "Zoë O'Hara"

[e1]
name = "D’Angelo"
//- /content/cohorts/spring.md
O'Hara came, and O&#39;Hara went.
^^^^^^ error[name-leak]: content/cohorts/spring.md contains the name of a person shown as "hidden" (pair "p1")

D\'Angelo stayed.
^ error[name-leak]: content/cohorts/spring.md contains the name of a person shown as "hidden" (pair "p1")
//- /content/programmes/swap.toml
title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads"]
goal = "Ask O'Hara"
            ^^^^^^ error[name-leak]: content/programmes/swap.toml contains the name of a person shown as "hidden" (pair "p1")

[plan]
sessions = ["open", "close"]
"#,
    );
}

#[test]
fn words_of_calendars_are_no_names() {
    check(
        r#"
//- /private/people/spring.toml
[m1]
name = "Mia Begin"

[e1]
name = "Urs Status"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
base_url = "https://a.example/"
//- /static/other.ics
BEGIN:VCALENDAR
X-WR-CALNAME:Begin
             ^^^^^ error[name-leak]: static/other.ics contains the name of a person shown as "hidden" (pair "p1")
DESCRIPTION:The
  status of
 STATUS
 ^^^^^^ error[name-leak]: static/other.ics contains the name of a person shown as "hidden" (pair "p1")
END:VCALENDAR
"#,
    );
}

#[test]
fn files_in_old_encodings_are_read_too() {
    check(
        r#"
//- /static/list.csv latin1
Wer;Wo
Xaverine;Zürich
^ error[name-leak]: static/list.csv contains the name of a person shown as "hidden" (pair "p1")
"#,
    );
    let folder = Folder::new(BASE);
    let wide: Vec<u8> = "\u{feff}by\nQuirinius".encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::create_dir_all(folder.path().join("static")).unwrap();
    std::fs::write(folder.path().join("static/wide.txt"), wide).unwrap();
    std::fs::write(folder.path().join("static/picture.jpg"), b"\xff\xd8\0by Xaverine Graf\0\x01").unwrap();
    let document = run(folder.path(), &["check", "--format", "json"]).json();
    let found = document["diagnostics"].as_array().unwrap();
    let places: Vec<_> = found.iter().map(|one| format!("{} {} {}", one["code"], one["path"], one["line"])).collect();
    assert_eq!(places, ["\"name-leak\" \"static/picture.jpg\" 1", "\"name-leak\" \"static/wide.txt\" 2"]);
}

#[test]
fn a_public_name_is_not_the_genitive_of_a_hidden_one() {
    check(&format!(
        "{}{}",
        TWO_COHORTS.replace("\"Xaverine\"", "\"Andreas\"").replace("\"Zacharias Graf\"", "\"Andrea\""),
        r#"
//- /content/pages/team.md
# Team

Andreas leads.

Andrea's time is short.
^^^^^^ error[name-leak]: content/pages/team.md contains the name of a person shown as "initials" (pair "p1")
"#
        .trim_start_matches('\n')
    ));
}

#[test]
fn a_file_must_not_be_called_like_somebody() {
    let folder = Folder::new(BASE);
    folder.write("static/img/Xaverine.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let document = run(folder.path(), &["check", "--format", "json"]).json();
    let found = &document["diagnostics"][0];
    assert_eq!((&found["code"], &found["path"]), (&"name-leak".into(), &"static/img/Xaverine.svg".into()));
}

#[test]
fn what_is_not_published_may_hold_names() {
    check(
        r#"
//- /content/cohorts/spring.toml
# Xaverine asked for the afternoon.
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[pair]]
id = "p1"
mentor = "m1" # Xaverine
mentee = "e1"

[[waive]]
check = "difference.age"
reason = "Quirinius agrees"
//- /content/pages/later.md
+++
title = "Later"
draft = true
+++
For Xaverine.
"#,
    );
}

#[test]
fn ordinary_words_are_allowed() {
    check(
        r#"
//- /private/allow-words.txt
# Quirinius is also a month.
Xaverine  # a kind of apple
//- /content/pages/apples.md
# Apples

Xaverine is an apple, XAVERINES are apples.

Quirinius is not.
^^^^^^^^^ error[name-leak]: content/pages/apples.md contains the name of a person shown as "hidden" (pair "p1")
"#,
    );
    check(
        r#"
//- /private/allow-words.txt latin1
$ error[not-utf8]: private/allow-words.txt is not valid UTF-8 (byte 2)
Zoë
"#,
    );
}

const TWO_COHORTS: &str = r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
visibility = "public"

[diagnostics]
public-names = "allow"
//- /content/cohorts/autumn.toml
title = "Autumn"
programme = "swap"
topic = "ads"
start = 2027-09-02
rhythm = "weekly"
time = "13:30"
visibility = "public"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"

[[pair]]
id = "p2"
mentor = "m2"
mentee = "e1"
visibility = "initials"
//- /private/people/autumn.toml
[m1]
name = "Xaverine"
consent = "public"

[e1]
name = "Zacharias Graf"
consent = "initials"

[m2]
name = "Walburga Xaverine"
consent = "public"
"#;

#[test]
fn who_is_shown_by_name_somewhere_is_not_searched_for() {
    check(&format!(
        "{TWO_COHORTS}{}",
        r#"
//- /content/pages/team.md
# Team

Xaverine leads.

Zacharias and Walburga listen.
^^^^^^^^^ error[name-leak]: content/pages/team.md contains the name of a person shown as "initials" (pair "p1")
              ^^^^^^^^ error[name-leak]: content/pages/team.md contains the name of a person shown as "initials" (pair "p2")
"#
        .trim_start_matches('\n')
    ));
}

#[test]
fn whoever_is_in_no_pair_is_not_named_either() {
    check(
        r#"
//- /private/people/spring.toml
[m1]
name = "Xaverine"

[e1]
name = "Quirinius"

[m2]
name = "Walburga"
consent = "public"
//- /private/people/autumn.toml
[m1]
name = "Zacharias"

[e1]
name = "Leopold"
//- /content/cohorts/autumn.toml
title = "Autumn"
programme = "swap"
topic = "ads"
start = 2027-09-02
rhythm = "weekly"
time = "13:30"
draft = true

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
//- /content/cohorts/spring.md
Walburga may join.
^^^^^^^^ error[name-leak]: content/cohorts/spring.md contains the name of a person shown as "hidden" (in no pair of cohort "spring" on the site)

Zacharias comes in autumn.
^^^^^^^^^ error[name-leak]: content/cohorts/spring.md contains the name of a person shown as "hidden" (in no pair of cohort "autumn" on the site)
"#,
    );
}

#[test]
fn without_people_nobody_is_searched_for() {
    check(
        r#"
//- /private/people/spring.toml delete
//- /content/cohorts/spring.md
Ask Xaverine before you begin.
//- /content/cohorts/spring.toml
$ warning[no-people-file]: private/people/spring.toml not found…
title = "Spring"
programme = "swap"
topic = "ads"
start = 2027-03-04
rhythm = "weekly"
time = "13:30"

[[pair]]
id = "p1"
mentor = "m1"
mentee = "e1"
"#,
    );
}

#[test]
fn a_leak_is_an_error_that_never_quotes_the_name_and_writes_nothing() {
    let folder = Folder::new(BASE);
    folder.write("content/cohorts/spring.md", "Ask Xaverine before you begin.\n");
    for command in ["build", "check"] {
        for format in ["human", "short", "json"] {
            let run = run(folder.path(), &[command, "--format", format]);
            let said = run.out + &run.err;
            assert_eq!(run.code, 1, "{command}: {said}");
            assert!(said.contains("name-leak") && said.contains("content/cohorts/spring.md"), "{said}");
            assert!(!said.contains("Xaverine"), "{said}");
        }
    }
    assert!(!folder.has("public"));
    folder.write("private/allow-words.txt", "Xaverine\n");
    assert_eq!(run(folder.path(), &["build"]).code, 0);
}

#[test]
fn a_finished_file_is_named_where_no_source_line_can_be() {
    let folder = Folder::new(BASE);
    // Only as a link's text is it one word, which nobody sees who reads the lines of the source.
    folder.write("content/cohorts/spring.md", "Ask Xav[erine](https://a.example/) before you begin.\n");
    let document = run(folder.path(), &["check", "--format", "json"]).json();
    let found = &document["diagnostics"][0];
    assert_eq!(found["code"], "name-leak", "{document}");
    assert_eq!(found["path"], "public/cohorts/spring/index.html");
    assert_eq!(document["errors"], 1);
}
