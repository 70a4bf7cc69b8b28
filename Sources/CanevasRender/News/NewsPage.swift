import CanevasLink
import CanevasModel
import CanevasReview
import CanevasSource
import CanevasTemplate

extension Site {
  /// Whether there is anything to tell of the catalogue's days.
  var hasHistory: Bool { !history.days.isEmpty }

  /// When a feed without an entry changed last: it has to say something.
  private static let beginning = "1970-01-01T00:00:00Z"

  /// How many entries of a topic a day names.
  private static let namedInTopic = 12

  /// What each day brought, the newest day first.
  func newsPage(at address: String) -> PageContent {
    page(
      "news",
      [
        ("title", .html(typeset(strings["nav.nouveautes"]))),
        ("lead", .html(typeset(strings["changes.lead"]))),
        (
          "days",
          .list(
            history.days.map { day in
              record(
                answeringFor: [],
                [
                  ("id", .text(day.anchor)), ("date", .text(day.date)),
                  ("heading", .html(typeset(words(of: day.date)))),
                  ("topics", topics(of: day) { href(to: $0, from: address) }),
                ])
            })
        ),
      ], at: address)
  }

  /// What each day brought as an Atom feed: an entry a day.
  package var feedOfDays: [UInt8] {
    let page = url(of: address(of: .changes)) ?? ""
    return feed(
      at: address(of: DataFile.dailyNews),
      title: siteTitle + " – " + strings["changes.title"], page: page,
      updated: history.days.first?.moment ?? Self.beginning
    ) { writer in
      for day in history.days {
        let address = page + "#" + day.anchor
        writer.element("entry") { writer in
          writer.element("title", text: strings.fill("changes.day", words(of: day.date)))
          writer.element("id", text: address)
          writer.empty("link", ["rel": "alternate", "type": "text/html", "href": address])
          writer.element("updated", text: day.moment)
          writer.element("content", ["type": "html"], text: content(of: day))
        }
      }
    }
  }

  private func content(of day: History.Day) -> String {
    let values = TemplateValue(record: [
      ("topics", topics(of: day) { url(of: $0) ?? $0 }), ("french", french),
    ])
    var html: [UInt8] = []
    templates.set.render("news-topics", values, into: &html)
    return String(decoding: html, as: UTF8.self)
  }

  private func words(of date: String) -> String {
    PartialDate(date).map(strings.date) ?? date
  }

  private func topics(
    of day: History.Day, _ link: (_ address: String) -> String
  ) -> TemplateValue {
    .list(
      day.changelog.topics.map { topic, entries in
        let rest = entries.count - Self.namedInTopic
        return record(
          answeringFor: ["rest"],
          [
            ("heading", .html(typeset(heading(of: topic)))),
            ("entries", .list(entries.prefix(Self.namedInTopic).map { value(told($0), link) })),
          ] + (rest > 0 ? [("rest", .html(typeset(strings.count(rest, "others"))))] : []))
      })
  }

  private func value(_ told: ToldChange, _ link: (String) -> String) -> TemplateValue {
    func words(_ text: String?) -> TemplateValue { text.map { .html(typeset($0)) } ?? .absent }
    func fields(_ name: Changelog.Name) -> [(String, TemplateValue)] {
      [
        ("title", .html(typeset(name.title))),
        ("href", address(of: name).map { .text(link($0)) } ?? .absent),
      ]
    }
    return record(
      answeringFor: [],
      fields(told.document) + [
        ("isDetailed", .bool(told.tagline != nil || told.text != nil || told.label != nil)),
        ("tagline", words(told.tagline)), ("text", words(told.text)),
        ("label", words(told.label.map { $0 + strings.colon })),
        (
          "names",
          .list(
            told.names.enumerated().map { number, name in
              TemplateValue(record: fields(name) + [("isNext", .bool(number > 0))])
            })
        ),
      ])
  }
}

extension History.Day {
  /// Where the day stands on its page.
  fileprivate var anchor: String { "jour-" + date }
}
