import CanevasRender
import CanevasReport
import CanevasReview
import CanevasSource

extension ChangesReport {
  /// As many as a comment on a forge has room for; a changelog is not cut.
  private static let pagesInList = 100

  /// For a changelog, or for a comment on a forge.
  package var markdown: [UInt8] {
    var text = MarkdownText()
    switch subject {
    case .changelog(let changelog): write(changelog, to: &text)
    case .pages(let pages): write(pages, to: &text)
    }
    return Array(text.text.dropLast().utf8)
  }

  private func write(_ changelog: Changelog, to text: inout MarkdownText) {
    text.heading(2, Self.title[language] + colon + span)
    for (topic, entries) in changelog.topics {
      text.heading(3, site.heading(of: topic))
      text.paragraph(entries.map { "- " + item(site.told($0)) }.joined(separator: "\n"))
    }
    if changelog.isEmpty { text.paragraph(MarkdownText.escaped(Self.nothing[language])) }
  }

  private func item(_ told: ToldChange) -> String {
    let names = told.names.map(link).joined(separator: ", ")
    let label = told.label.map { MarkdownText.escaped($0 + colon) + names }
    let parts =
      ["**\(link(told.document))**"]
      + [told.tagline, told.text].map { words in
        words.map(MarkdownText.escaped)
      } + [label]
    return parts.compactMap(\.self).joined(separator: Self.dash)
  }

  /// A document's name, which leads to its page where the site's address is known.
  private func link(_ name: Changelog.Name) -> String {
    link(name.title, to: site.address(of: name).flatMap(site.url))
  }

  private func link(_ title: String, to url: String?) -> String {
    let words = MarkdownText.escaped(title)
    return url.map { "[\(words)](<\(MarkdownText.escaped($0))>)" } ?? words
  }

  private func write(_ pages: PageChanges, to text: inout MarkdownText) {
    text.heading(2, Self.pagesTitle[language] + colon + span)
    text.paragraph(
      MarkdownText.escaped((pages.isEmpty ? Self.noPage : Self.count(pages))[language]))
    for fate in PageChanges.Fate.allCases where !pages[fate].isEmpty {
      let list = pages[fate]
      let rest = list.count - Self.pagesInList
      text.paragraph(
        "<details>\n<summary>\(Self.heading(fate)[language]) (\(list.count))</summary>")
      let items = list.prefix(Self.pagesInList).map { page in
        let url = fate == .removed ? nil : site.url(of: page.address)
        return "- \(link(page.title, to: url)) <code>\(MarkdownText.escaped(page.address))</code>"
      }
      let more = rest > 0 ? ["- " + MarkdownText.escaped(Self.others(rest)[language])] : []
      text.paragraph((items + more).joined(separator: "\n"))
      text.paragraph("</details>")
    }
  }
}
