import CanevasModel
import CanevasSource
import CanevasSyntax

extension ItemList {
  /// One item with the label of its group.
  struct Entry {
    let group: String?
    let value: Value
  }

  /// The items, each with its group's label.
  var entries: [Entry] {
    parts.flatMap { part -> [Entry] in
      guard case .items(let group, _, let values) = part else { return [] }
      let label = group?.plain
      return values.map { Entry(group: label, value: $0) }
    }
  }

  /// The prose around the items.
  var prose: [Block] {
    parts.compactMap { if case .prose(let block) = $0 { block } else { nil } }
  }
}

extension DocumentData {
  /// Items with what their section adds to each, and the prose around them.
  func items<Value>(
    _ list: ItemList<Value>, _ item: (Value) -> Item, _ writer: inout JSONWriter,
    _ more: (Value, inout JSONWriter) -> Void = { _, _ in }
  ) {
    writer.member("items", listOf: list.entries) { writer, entry in
      writer.object { writer in
        members(of: item(entry.value), group: entry.group, &writer)
        more(entry.value, &writer)
      }
    }
    member("prose", list.prose, &writer)
  }

  /// The items of a section with level-3 headings. A heading that tells nothing known of its items
  /// is their group.
  func items<Value>(
    _ parts: [Subsection<Value>], _ item: (Value) -> Item, isKnown: (Value) -> Bool,
    _ writer: inout JSONWriter, _ more: (Value, inout JSONWriter) -> Void
  ) {
    let entries = parts.flatMap { part in
      part.items.entries.map { entry in
        let heading = isKnown(entry.value) ? nil : part.heading?.text.plain
        return (value: entry.value, group: entry.group ?? heading)
      }
    }
    writer.member("items", listOf: entries) { writer, entry in
      writer.object { writer in
        members(of: item(entry.value), group: entry.group, &writer)
        more(entry.value, &writer)
      }
    }
    member("prose", parts.flatMap(\.items.prose), &writer)
  }

  func members(of item: Item, group: String?, _ writer: inout JSONWriter) {
    writer.member("group", ifAny: group)
    if let name = item.name {
      writer.member("name", name.plain)
      writer.member("note", ifAny: name.note)
      member(targetOf: name.link, &writer)
    }
    writer.member("text", ifAny: item.text)
    writer.member("isOptional", ifSet: item.isOptional)
    writer.member("details", ifAny: plainText(item.details))
  }
}
