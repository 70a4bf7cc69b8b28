import CanevasRender
package import CanevasReport
import CanevasReview
import CanevasSource

extension ChangesReport {
  /// For a terminal: what is told under headings, and how much it is.
  package func text(on screen: Screen) -> [UInt8] {
    var text = AnswerText(screen)
    switch subject {
    case .changelog(let changelog): write(changelog, to: &text)
    case .pages(let pages): write(pages, to: &text)
    }
    return text.text.bytes
  }

  private func write(_ changelog: Changelog, to text: inout AnswerText) {
    for (topic, entries) in changelog.topics {
      text.part(site.heading(of: topic))
      for entry in entries {
        text.paragraph(words(of: site.told(entry)), indent: 2, mark: topic.mark + " ")
      }
    }
    text.part()
    let count = changelog.isEmpty ? Self.nothing : Self.count(changelog.entries.count)
    text.paragraph(span + colon + count[language])
  }

  private func words(of told: ToldChange) -> String {
    let names = told.names.map(\.title).joined(separator: ", ")
    let parts = [
      told.document.title, told.tagline, told.text, told.label.map { $0 + colon + names },
    ]
    return parts.compactMap(\.self).joined(separator: Self.dash)
  }

  private func write(_ pages: PageChanges, to text: inout AnswerText) {
    for fate in PageChanges.Fate.allCases where !pages[fate].isEmpty {
      text.part(Self.heading(fate)[language])
      text.table([.init("", .whole), .init("")], pages[fate].map { [$0.address, $0.title] })
    }
    text.part()
    text.paragraph(span + colon + (pages.isEmpty ? Self.noPage : Self.count(pages))[language])
  }
}

extension Changelog.Topic {
  /// What shows at a glance whether something came, went or is other.
  fileprivate var mark: String {
    switch self {
    case .added, .linked: "+"
    case .removed: "-"
    case .status, .carriers, .renamed, .revised: "~"
    }
  }
}
