package import CanevasLink
import CanevasModel
import CanevasRender
package import CanevasReport
import CanevasSource
import CanevasSyntax

extension Query {
  /// A document as text to read: what it says, what links to it, what the rules say of it. Only
  /// what no page shows is left out: comments, and text still to be sorted.
  package func card(of index: Catalogue.Index, on screen: Screen) -> [UInt8] {
    Card(query: self, index: index).text(on: screen)
  }
}

/// One document of a catalogue, about to be told.
private struct Card {
  let query: Query
  let index: Catalogue.Index

  var catalogue: Catalogue { query.catalogue }
  var document: TypedDocument { catalogue.documents[index] }
  var site: Site { query.site }

  func text(on screen: Screen) -> [UInt8] {
    var text = AnswerText(screen)
    text.paragraph(document.title, style: .strong)
    if let tagline = document.head.tagline { text.paragraph(tagline.plain) }
    text.part()
    text.facts(metadata)
    for story in document.head.stories { write(story, to: &text) }
    if !document.head.introduction.isEmpty {
      text.part()
      text.blocks(document.head.introduction, indent: 0)
    }
    for section in document.sections where section.name != .unsorted && !section.isEmpty {
      text.part(section.name?.heading ?? section.heading.text.plain)
      write(section, to: &text)
    }
    write(part: site.strings["figures"], figures, to: &text)
    write(part: site.strings["flows"], flowsOfActor, to: &text)
    if !backlinks.isEmpty {
      text.part(site.strings["mentions"])
      text.facts(backlinks)
    }
    text.part()
    text.paragraph(findings)
    return text.text.bytes
  }

  /// The metadata under their keys, what they link to by title; then where all this is written.
  private var metadata: [(label: String, value: String)] {
    let kind = query.identifier(index) + (document.isDraft ? " (\(site.strings["draft"]))" : "")
    let entries = document.head.metadata.entries.filter { $0.key != .draft }.map { entry in
      // A review's record goes on with what only programs read.
      let told = entry.key == .reviewed ? Array(entry.values.prefix(1)) : entry.values
      let titles = site.titles(told, in: index)
      let values = zip(titles, told).map { title, value in
        let remarks = [value.note?.plain, address(of: value)].compactMap(\.self)
          .filter { $0 != title }
        return remarks.isEmpty ? title : "\(title) (\(remarks.joined(separator: ", ")))"
      }
      return (entry.key.rawValue, values.joined(separator: ", "))
    }
    return [(site.strings["column.kind"], kind)] + entries
      + [(site.strings["fact.file"], document.file.path)]
  }

  /// Where a value leads out of the catalogue.
  private func address(of value: LinkedValue) -> String? {
    guard let link = value.link, case .external = catalogue.target(of: link, in: index)
    else { return nil }
    return String(decoding: link.destination, as: UTF8.self)
  }

  private func write(_ story: Head.Story, to text: inout AnswerText) {
    text.part()
    text.blocks(story.paragraphs, indent: 2)
    if let teller = story.teller { text.paragraph(teller.plain, indent: 2, mark: "— ") }
  }

  private func write(_ section: Section, to text: inout AnswerText) {
    guard case .flows(let list) = section.content else {
      text.blocks(document.blocks(under: section), indent: 2)
      return
    }
    let flows = catalogue.flows(of: index)
    for part in list.parts {
      switch part {
      case .prose(let block): text.blocks([block], indent: 2)
      case .items(let group, _, let values):
        if let group { text.paragraph(group.plain + " :", indent: 2) }
        for value in values {
          let flow = flows.first { $0.flow.item.range == value.item.range }
          text.paragraph(flow.map(words) ?? value.item.plain, indent: 2, mark: "- ")
          text.blocks(value.item.details, indent: 4)
        }
      }
    }
  }

  /// A flow in one line: who gives what to whom.
  private func words(_ flow: ResolvedFlow) -> String {
    let route = flow.flow.route.value
    let from = site.name(of: flow.from, route?.from, in: flow.canvas)
    let to = site.name(of: flow.to, route?.to, in: flow.canvas)
    let label = route?.label.plain ?? ""
    let remarks = [
      route?.nature.map { site.strings[$0] },
      flow.flow.isOptional ? site.strings["optional"] : nil,
    ].compactMap(\.self).joined(separator: ", ")
    return "\(from) → \(to)" + (label.isEmpty ? "" : " : " + label)
      + (remarks.isEmpty ? "" : " (\(remarks))")
  }

  /// The flows that an actor gives or receives.
  private var flowsOfActor: [String] {
    guard case .actor = document.facts else { return [] }
    return catalogue.flows(with: index).filter { site.isPublished($0.canvas) }.map(words)
  }

  /// The document's amounts as written, each once.
  private var figures: [String] {
    var seen: Set<String> = []
    let texts = document.amounts.map { document.file.text($0.range) }
    let unique = texts.filter { seen.insert($0).inserted }
    return unique.isEmpty ? [] : [unique.joined(separator: " · ")]
  }

  private func write(part heading: String, _ lines: [String], to text: inout AnswerText) {
    guard !lines.isEmpty else { return }
    text.part(heading)
    for line in lines { text.paragraph(line, indent: 2, mark: lines.count > 1 ? "- " : "") }
  }

  /// What links here, by kind, each with the part that this document plays there.
  private var backlinks: [(label: String, value: String)] {
    Kind.allCases.compactMap { kind in
      let sources = catalogue.linking(to: index, kind: kind).filter(site.isPublished)
      guard kind != .catalogue, !sources.isEmpty else { return nil }
      let titles = site.byTitle(sources).map { source in
        let roles = catalogue.backlinks[index].filter { $0.source == source }.map(\.role)
        let words = roles.telling.filter { $0 != .mention }.map { $0.words[query.language] }
        let title = catalogue.documents[source].title
        return words.isEmpty ? title : "\(title) (\(words.joined(separator: ", ")))"
      }
      return (site.strings["kinds." + kind.rawValue], titles.joined(separator: ", "))
    }
  }

  /// How many findings there are, and which command tells them.
  private var findings: String {
    let own = query.diagnostics.filter { $0.location.path == document.file.path }
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = own.count { $0.severity == severity }
      return count == 0 ? nil : Words.findings(count, severity)[query.language]
    }
    guard !counts.isEmpty else {
      return Bilingual("Aucun constat.", "No findings.")[query.language]
    }
    let list = counts.joined(separator: ", ")
    let option = own.contains { $0.severity == .info } ? " --info" : ""
    let command = "canevas check\(option) \(document.file.path)"
    return Bilingual(
      "Constats : \(list) ; à lire avec « \(command) ».",
      "Findings: \(list); read them with “\(command)”.")[query.language]
  }
}

extension TypedDocument {
  /// What stands under a section's heading.
  fileprivate func blocks(under section: Section) -> some Sequence<Block> {
    document.blocks.lazy.filter {
      section.range.contains($0.range) && $0.range != section.heading.range
    }
  }
}
