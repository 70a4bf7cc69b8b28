import CanevasTemplate

/// How long lists are cut into pages.
enum Paging {
  /// How many documents one page lists at most.
  static let length = 500

  /// How many pages a list of `count` documents has: an empty one has one, too.
  static func pages(of count: Int) -> Int { max(1, (count + length - 1) / length) }

  /// The places in a list of `count` documents that a page shows; pages are counted from 1.
  static func places(on page: Int, of count: Int) -> Range<Int> {
    let start = min((page - 1) * length, count)
    return start..<min(start + length, count)
  }
}

extension Site {
  /// The links between the pages of a list, absent where there is but one.
  func pager(
    _ current: Int, of count: Int, from address: String, _ page: (Int) -> Page
  ) -> TemplateValue {
    guard count > 1 else { return .absent }
    func link(_ number: Int) -> TemplateValue {
      guard (1...count).contains(number) else { return .absent }
      return [
        "href": .text(href(to: self.address(of: page(number)), from: address)),
        "number": .text(String(number)), "isCurrent": .bool(number == current),
      ]
    }
    return [
      "before": link(current - 1), "after": link(current + 1),
      "pages": .list((1...count).map(link)),
    ]
  }

  /// A page's title, with its number from the second on.
  func title(_ title: String, page: Int, of count: Int) -> TemplateValue {
    .html(
      typeset(
        page == 1 ? title : title + ", " + strings.fill("pageOf", String(page), String(count))))
  }
}

extension InterfaceStrings {
  /// A text with what stands for its `#`, in order.
  func fill(_ key: String, _ values: String...) -> String {
    var values = values[...]
    let parts = self[key].split(separator: "#", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts.first ?? "")) { text, part in
      text + (values.popFirst() ?? "#") + part
    }
  }
}
