import CanevasSource

/// Renders compiled templates into bytes.
struct Renderer {
  var output: [UInt8] = []

  private let set: TemplateSet
  /// The values that names are looked up in, the nearest last.
  private var context: [TemplateValue]
  /// What every line of a template's own text is indented by.
  private var indent: [UInt8] = []
  private var isLineStart = true
  private var overrides: [String: Override] = [:]
  private var depth = 0

  /// How deep sections and included templates may nest: beyond, a template that includes itself
  /// stops.
  private static let depthLimit = 200
  /// How many times one page may include templates: two that include each other twice would
  /// otherwise double the page at every step.
  private static let inclusionLimit = 10_000
  private var inclusions = 0

  /// A block's content as a template below gives it.
  private struct Override {
    let template: Template
    let range: Range<Int>
  }

  init(set: TemplateSet, values: TemplateValue) {
    self.set = set
    context = [values]
  }

  mutating func run(_ template: Template, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let instruction = template.instructions[index]
      index += 1
      switch instruction {
      case .text(let text): append(text: template.file.bytes[text.indices])
      case .value(let path, let isEscaped):
        append(value: lookUp(template.paths[path]), isEscaped: isEscaped)
      case .section(let path, let end):
        runSection(lookUp(template.paths[path]), template, index..<end)
        index = end
      case .inverted(let path, let end):
        if lookUp(template.paths[path]).isFalsy { nested { $0.run(template, index..<end) } }
        index = end
      case .partial(let name, let indent):
        include(name, indent: template.file.bytes[indent.indices], overrides: [:])
      case .parent(let name, let indent, let end):
        let given = blocks(of: template, index..<end)
        include(
          name, indent: template.file.bytes[indent.indices],
          overrides: given.merging(overrides) { _, outer in outer })
        index = end
      case .block(let name, let indent, let end):
        let content = overrides[name] ?? Override(template: template, range: index..<end)
        indented(by: template.file.bytes[indent.indices]) { renderer in
          renderer.including { $0.run(content.template, content.range) }
        }
        index = end
      }
    }
  }

  private mutating func runSection(
    _ value: TemplateValue, _ template: Template, _ range: Range<Int>
  ) {
    switch value {
    case _ where value.isFalsy: break
    case .list(let elements):
      for element in elements { run(template, range, with: element) }
    case .bool: nested { $0.run(template, range) }
    case .absent, .text, .html, .record: run(template, range, with: value)
    }
  }

  private mutating func run(
    _ template: Template, _ range: Range<Int>, with value: TemplateValue
  ) {
    context.append(value)
    nested { $0.run(template, range) }
    context.removeLast()
  }

  private mutating func include(
    _ name: String, indent: ArraySlice<UInt8>, overrides: [String: Override]
  ) {
    guard let template = set[name] else { return }
    let outer = self.overrides
    self.overrides = overrides
    indented(by: indent) { renderer in
      renderer.including { $0.run(template, 0..<template.instructions.count) }
    }
    self.overrides = outer
  }

  private mutating func including(_ body: (inout Renderer) -> Void) {
    guard inclusions < Self.inclusionLimit else { return }
    inclusions += 1
    nested(body)
  }

  private mutating func nested(_ body: (inout Renderer) -> Void) {
    guard depth < Self.depthLimit else { return }
    depth += 1
    body(&self)
    depth -= 1
  }

  private mutating func indented(
    by more: ArraySlice<UInt8>, _ body: (inout Renderer) -> Void
  ) {
    let count = indent.count
    indent += more
    body(&self)
    indent.removeLast(indent.count - count)
  }

  /// The blocks that stand directly inside a parent tag.
  private func blocks(of template: Template, _ range: Range<Int>) -> [String: Override] {
    var blocks: [String: Override] = [:]
    var index = range.lowerBound
    while index < range.upperBound {
      switch template.instructions[index] {
      case .block(let name, _, let end):
        blocks[name] = Override(template: template, range: index + 1..<end)
        index = end
      case .section(_, let end), .inverted(_, let end), .parent(_, _, let end): index = end
      case .text, .value, .partial: index += 1
      }
    }
    return blocks
  }

  /// The value of a dotted name: its first part in the nearest record that has it, the others
  /// inside that value only.
  private func lookUp(_ path: [String]) -> TemplateValue {
    guard let first = path.first else { return context[context.count - 1] }
    for value in context.reversed() {
      guard case .record(let record) = value, var found = record[first] else { continue }
      for name in path.dropFirst() {
        guard case .record(let inner) = found, let next = inner[name] else { return .absent }
        found = next
      }
      return found
    }
    return .absent
  }

  private mutating func append(value: TemplateValue, isEscaped: Bool) {
    switch value {
    case .text(let text):
      startLine()
      if isEscaped { appendEscaped(text) } else { output += text.utf8 }
    case .html(let bytes):
      startLine()
      output += bytes
    case .bool, .absent, .list, .record: break
    }
  }

  /// Appends a template's own text, every line indented.
  private mutating func append(text: ArraySlice<UInt8>) {
    guard let last = text.last else { return }
    if indent.isEmpty {
      output += text
    } else {
      var rest = text
      while !rest.isEmpty {
        let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
        if rest.first != UInt8(ascii: "\n") { startLine() }
        output += rest[..<end]
        isLineStart = rest[end - 1] == UInt8(ascii: "\n")
        rest = rest[end...]
      }
    }
    isLineStart = last == UInt8(ascii: "\n")
  }

  private mutating func startLine() {
    if isLineStart { output += indent }
    isLineStart = false
  }

  private mutating func appendEscaped(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case UInt8(ascii: "\""): output += "&quot;".utf8
      default: output.append(byte)
      }
    }
  }
}
