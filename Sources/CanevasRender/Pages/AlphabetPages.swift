import CanevasLink
import CanevasModel
import CanevasTemplate

extension Site {
  /// The page that searches the site with the script `search.js`.
  func searchPage(at address: String) -> PageContent {
    page("search", [("title", .html(typeset(strings["search"])))], at: address)
  }

  /// The pages of the alphabetical index.
  var alphabetPages: [Page] {
    guard alphabet.isLong else { return [.alphabet] }
    return [.alphabet]
      + alphabet.letters.flatMap { letter in
        (1...letter.partCount).map { Page.letter(letter.slug, part: $0) }
      }
  }

  /// The alphabetical index, or where it is long, the way to its letters.
  func alphabetPage(at address: String) -> PageContent {
    let isLong = alphabet.isLong
    let groups = isLong ? [] : alphabet.letters.map { group($0, $0.entries[...], from: address) }
    return page(
      "alphabet",
      [
        ("title", .html(typeset(strings["alphabet"]))),
        ("lead", .html(typeset(strings.count(searched.count, "alphabet.lead")))),
        ("letters", .list(alphabet.letters.map { letterLink($0, from: address) })),
        ("groups", .list(groups)),
      ], at: address)
  }

  /// One page of a long index: a part of a letter.
  func letterPage(_ slug: String, part: Int, at address: String) -> PageContent {
    let letter = alphabet.letters.first { $0.slug == slug }!
    let parts = [(part - 1, "prev", "previous"), (part + 1, "next", "next")]
      .filter { (1...letter.partCount).contains($0.0) }
    return page(
      "alphabet",
      [
        ("title", .html(typeset("\(strings["alphabet"]) – \(name(of: letter))"))),
        ("whole", .text(href(to: self.address(of: .alphabet), from: address))),
        ("letters", .list(alphabet.letters.map { letterLink($0, from: address) })),
        ("groups", .list([group(letter, letter.part(part), from: address)])),
        (
          "parts",
          .list(
            parts.map { number, relation, key in
              let target = self.address(of: .letter(slug, part: number))
              return [
                "href": .text(href(to: target, from: address)), "rel": .text(relation),
                "label": .html(typeset(strings[key])),
              ]
            })
        ),
      ], at: address)
  }

  private func group(
    _ letter: Alphabet.Letter, _ entries: ArraySlice<Alphabet.Entry>, from address: String
  ) -> TemplateValue {
    [
      "id": .text("lettre-" + letter.slug), "name": .html(typeset(name(of: letter))),
      "entries": .list(
        entries.map { entry in
          let document = catalogue.documents[entry.document]
          return [
            "href": .text(href(to: document.id.address, from: address)),
            "title": .html(typeset(document.title)),
            "kind": .html(typeset(strings["entry." + document.id.kind.rawValue])),
            "alias": entry.alias.map { .html(typeset($0)) } ?? .absent,
          ]
        }),
    ]
  }

  private func letterLink(_ letter: Alphabet.Letter, from address: String) -> TemplateValue {
    let target = self.address(of: .letter(letter.slug, part: 1))
    let isLong = alphabet.isLong
    return [
      "name": .html(typeset(name(of: letter))),
      "href": .text(
        isLong ? href(to: target, from: address) : "#lettre-" + letter.slug),
      "isPage": .bool(target == address),
      "count": isLong ? .text(String(letter.entries.count)) : .absent,
    ]
  }

  private func name(of letter: Alphabet.Letter) -> String {
    switch letter.slug {
    case "0-9": "0–9"
    case "autres": strings["alphabet.other"]
    default: letter.slug.uppercased()
    }
  }
}
