//! What stands in texts: links, anchors, pictures, includes, raw HTML (model.md §10, site.md).

use crate::harness::{check, site};

#[test]
fn links_that_lead_nowhere() {
    check(
        r#"
//- /content/faq.md
# Questions

See [ads](@/topics/adds/index.md), [first](topics/ads/frist.md) and [top](/topics/add/).
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broken-link]: link to "@/topics/adds/index.md" leads nowhere; did you mean "@/topics/ads/index.md"?
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broken-link]: link to "topics/ads/frist.md" leads nowhere; did you mean "@/topics/ads/first.md"?
                                                                    ^^^^^^^^^^^^^^^^^^^ error[broken-link]: link to "/topics/add/" leads nowhere
Or [the label][lable] and [another][].
   ^^^^^^^^^^^^^^^^^^ error[broken-link]: link to "lable" leads nowhere
                          ^^^^^^^^^^^ error[broken-link]: link to "another" leads nowhere

[label]: @/topics/ads/index.md
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
+++
Back to [the topic](index.md), on to [the next](second.md), out of [here](../../../../etc/passwd).
                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broken-link]: link to "../../../../etc/passwd" leads nowhere
"#,
    );
}

#[test]
fn anchors() {
    check(
        r#"
//- /content/faq.md
# Questions

## What is it? {#what}

## What is it?

## Größe & Übung

[a](#what) [b](#what-is-it) [c](#größe--übung) [d](#whatt)
                                               ^^^^^^^^^^^ error[broken-anchor]: "/faq/" has no heading "whatt"; did you mean "what"?
[e](@/topics/ads/first.md#steps) [f](@/topics/ads/first.md#step)
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broken-anchor]: "/topics/ads/first/" has no heading "step"; did you mean "steps"?
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
+++
## Steps
"#,
    );
}

#[test]
fn pictures() {
    check(
        r#"
//- /content/topics/ads/poster.png
x
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
+++
![](poster.png) ![A poster](poster.png) ![A poster](postr.png) ![The topic](index.md)
^^^^^^^^^^^^^^^ warning[missing-alt]: picture without alternative text
                                        ^^^^^^^^^^^^^^^^^^^^^^ error[broken-link]: link to "postr.png" leads nowhere; did you mean "@/topics/ads/poster.png"?
                                                               ^^^^^^^^^^^^^^^^^^^^^^ error[broken-link]: link to "index.md" leads nowhere
"#,
    );
}

#[test]
fn a_space_keeps_it_from_being_markdown() {
    check(
        r###"
//- /content/snippets/tags.md
#ads and [more] (@/topics/ads/index.md)
               ^^ warning[nearly-markdown]: "[…] (…)" with a space between the brackets makes no link and is shown as it stands
//- /content/faq.md
#Questions
^ warning[nearly-markdown]: "#" without a space behind it makes no heading and is shown as it stands

{{ include(path="snippets/tags.md") }}
//- /content/topics/ads/first.md
+++
title = "First"
minutes = 20
objectives = ["Explain an ad"]
+++
##How it works
^^ warning[nearly-markdown]: "##" without a space behind it makes no heading and is shown as it stands

See [the second] (second.md), #ads, [the topic](index.md) (in short).
                ^^ warning[nearly-markdown]: "[…] (…)" with a space between the brackets makes no link and is shown as it stands

And [the plan](our plan.pdf).
               ^^^^^^^^^^^^ warning[nearly-markdown]: an address with a space in it makes no link and is shown as it stands
"###,
    );
}

#[test]
fn includes() {
    check(
        r#"
//- /content/snippets/hint.md
A hint.
//- /content/snippets/a.md
$ error[include-circle]: include "snippets/b.md" takes itself in again
{{ include(path="snippets/b.md") }}
//- /content/snippets/b.md
{{ include(path="snippets/a.md") }}
//- /content/faq.md
# Questions

{{ include(path="snippets/hint.md") }}

{{ include(path="snippets/hnt.md") }}
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[include-not-found]: include "snippets/hnt.md" is not in content/; did you mean "snippets/hint.md"?

{{ box(title="x") }}
^^^^^^^^^^^^^^^^^^^^ error[unknown-component]: unknown component "box"

`{{ box() }}` is how it is written.
"#,
    );
}

#[test]
fn raw_html_that_could_do_harm() {
    check(
        r#"
//- /content/faq.md
# Questions

<details><summary>More</summary>Text</details>

<script>alert(1)</script>
^^^ warning[unsafe-html]: "<script>" is left out: it could do harm

<p onclick="x()">Text <a href="javascript:x()">x</a></p>
^^^ warning[unsafe-html]: "onclick" is left out: it could do harm
                      ^^^ warning[unsafe-html]: "javascript:" is left out: it could do harm

<iframe src="https://firm.example/"></iframe>
^^^ warning[unsafe-html]: "<iframe>" is left out: it could do harm
"#,
    );
}

#[test]
fn files_may_be_called_as_their_authors_like() {
    let files = site(
        r#"
//- /static/plan[1]#2.pdf
Plan
//- /content/a^b.svg
<svg xmlns="http://www.w3.org/2000/svg" width="2" height="3"></svg>
//- /static/a:b.pdf
Plan
//- /content/index.md
[Plan](</a:b.pdf>)
//- /content/faq.md
# Questions

[Plan](/plan%5B1%5D%232.pdf) ![Chart](a^b.svg) <a href="/plan[1]%232.pdf">Plan</a> [Out](https://firm.example/a[1]?b=%20)
"#,
    );
    assert!(files["index.html"].contains("<a href=\"a%3Ab.pdf\">"), "{}", files["index.html"]);
    let page = &files["faq/index.html"];
    assert_eq!(page.matches("href=\"../plan%5B1%5D%232.pdf\"").count(), 2, "{page}");
    assert!(page.contains("<img src=\"../a%5Eb.svg\" alt=\"Chart\""), "{page}");
    assert!(page.contains("href=\"https://firm.example/a%5B1%5D?b=%20\""), "{page}");
}

#[test]
fn alerts_and_boxes_speak_the_language_of_the_page() {
    let files = site(
        r#"
//- /site.toml
[site]
title = "Handbook"
time_zone = "Europe/Zurich"
languages = ["en", "de"]
[diagnostics]
untranslated = "allow"
//- /content/faq.md
# Questions

> [!NOTE]
> First

- [ ] one
- [x] two
"#,
    );
    for (page, [alert, open, done]) in
        [("faq/index.html", ["Note", "To do", "Done"]), ("de/faq/index.html", ["Hinweis", "Offen", "Erledigt"])]
    {
        let page = &files[page];
        assert!(page.contains(&format!("role=\"note\"><p class=\"alert-title\">{alert}</p>")), "{page}");
        assert!(page.contains(&format!("<span class=\"task\" role=\"img\" aria-label=\"{open}\"></span>")), "{page}");
        assert!(page.contains(&format!("class=\"task is-done\" role=\"img\" aria-label=\"{done}\"")), "{page}");
    }
}

#[test]
fn what_may_be_too_wide_scrolls_and_can_be_reached_with_the_keyboard() {
    let files = site("//- /content/faq.md\n# Questions\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n");
    let page = &files["faq/index.html"];
    let table = page.find("<div class=\"scroll\" tabindex=\"0\">\n<table>").unwrap();
    assert!(page[table..].contains("</table>\n</div>\n") && page.contains("<pre tabindex=\"0\">"));
}

#[test]
fn columns_are_aligned_without_styles_of_their_own() {
    let table = "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | \"2\" | *3* |\n\n| e |\n|---|\n| 5 |\n";
    let files = site(&format!("//- /content/faq.md\n# Questions\n\n{table}"));
    let page = &files["faq/index.html"];
    let head = "<thead><tr><th>a</th><th class=\"to-left\">b</th><th class=\"to-center\">c</th>\
                <th class=\"to-right\">d</th></tr></thead>";
    let body = "<tr><td>1</td><td class=\"to-left\">“2”</td><td class=\"to-center\"><em>3</em></td>\
                <td class=\"to-right\"></td></tr>";
    assert!(page.contains(head) && page.contains(body), "{page}");
    assert!(page.contains("<th>e</th>") && page.contains("<td>5</td>"), "another table has its own columns: {page}");
    assert!(!page.contains("style="), "the policy of the page forbids them");
}

#[test]
fn what_is_left_of_raw_html() {
    let handbook = |setting: &str| {
        format!(
            "//- /site.toml\n[site]\ntitle = \"Handbook\"\ntime_zone = \"Europe/Zurich\"\n\
             [markdown]\nraw_html = \"{setting}\"\n[diagnostics]\nunsafe-html = \"allow\"\n\
             //- /content/faq.md\n# Questions\n\n<p onclick=\"x()\">Text <b>bold</b></p>\n"
        )
    };
    let page = |setting: &str| site(&handbook(setting)).remove("faq/index.html").unwrap();
    assert!(page("sanitize").contains("<p>Text <b>bold</b></p>"));
    assert!(page("allow").contains("<p onclick=\"x()\">Text <b>bold</b></p>"));
    assert!(page("escape").contains("&lt;p onclick"));
}

#[test]
fn texts_with_broken_front_matter_are_checked_too() {
    check(
        r#"
//- /content/topics/ads/first.md
+++
titel = "First"
^^^^^ error[unknown-key]: unknown key "titel" in module; did you mean "title"?
minutes = 20
objectives = ["Explain an ad"]
+++
See [that](@/nowhere.md).
    ^^^^^^^^^^^^^^^^^^^^ error[broken-link]: link to "@/nowhere.md" leads nowhere
"#,
    );
}
