import CanevasSource

/// A compiled template: a flat list of instructions over one buffer of text.
struct Template: Sendable {
  /// What to do next. `end` is the index after the last instruction of a section, parent or block.
  enum Instruction: Sendable {
    case text(ByteRange)
    case value(path: Int, isEscaped: Bool)
    case section(path: Int, end: Int)
    case inverted(path: Int, end: Int)
    case partial(name: String, indent: ByteRange)
    case parent(name: String, indent: ByteRange, end: Int)
    case block(name: String, indent: ByteRange, end: Int)
  }

  let file: SourceFile
  private(set) var instructions: [Instruction] = []
  /// The dotted names of the template, split; an empty one is the implicit iterator `.`.
  private(set) var paths: [[String]] = []
  /// The partials and parents that the template names, with their places.
  private(set) var included: [(name: String, range: ByteRange)] = []
  private(set) var defects: [Defect]

  /// The deepest nesting of sections in one template.
  private static let nestingLimit = 200

  /// Compiles a template's text.
  init(_ file: SourceFile) {
    self.file = file
    let tokenizer = Tokenizer(file.bytes)
    defects = tokenizer.defects
    var open: [(instruction: Int, name: String, range: ByteRange)] = []
    for token in StandaloneLines(tokenizer.tokens, of: file.bytes).tokens {
      switch token.kind {
      case .text:
        if !token.range.isEmpty { append(text: token.range) }
      case .variable(let isEscaped):
        instructions.append(.value(path: path(token.name), isEscaped: isEscaped))
      case .section, .inverted, .parent, .block:
        open.append((instructions.count, token.name, token.range))
        instructions.append(opening(token))
        if token.kind == .parent { included.append((token.name, token.range)) }
        if open.count > Self.nestingLimit {
          // What is nested deeper than anyone writes is dropped, and said to be unclosed.
          closeAll(&open)
          return
        }
      case .partial:
        instructions.append(.partial(name: token.name, indent: token.indent))
        included.append((token.name, token.range))
      case .close: close(token, &open)
      case .comment, .delimiters: break
      }
    }
    closeAll(&open)
  }

  /// Ends every section that is still open, and records it.
  private mutating func closeAll(
    _ open: inout [(instruction: Int, name: String, range: ByteRange)]
  ) {
    while let last = open.popLast() {
      defects.append(Defect(.template(.unclosedSection(name: last.name)), last.range))
      setEnd(of: last.instruction, name: last.name)
    }
    defects.sort { $0.range < $1.range }
  }

  private func opening(_ token: Token) -> Instruction {
    switch token.kind {
    case .inverted: .inverted(path: paths.count, end: 0)
    case .parent: .parent(name: token.name, indent: token.indent, end: 0)
    case .block: .block(name: token.name, indent: token.indent, end: 0)
    default: .section(path: paths.count, end: 0)
    }
  }

  /// Fills in where the section that a tag closes ends.
  private mutating func close(
    _ token: Token, _ open: inout [(instruction: Int, name: String, range: ByteRange)]
  ) {
    guard let last = open.popLast() else {
      defects.append(Defect(.template(.unopenedSection(name: token.name)), token.range))
      return
    }
    if last.name != token.name {
      let mistake = TemplateMistake.sectionClosedByAnother(open: last.name, close: token.name)
      let place = Location(path: file.path, range: last.range)
      defects.append(Defect(.template(mistake), token.range, others: [place]))
    }
    setEnd(of: last.instruction, name: last.name)
  }

  private mutating func setEnd(of instruction: Int, name: String) {
    let end = instructions.count
    switch instructions[instruction] {
    case .section: instructions[instruction] = .section(path: path(name), end: end)
    case .inverted: instructions[instruction] = .inverted(path: path(name), end: end)
    case .parent(let name, let indent, _):
      instructions[instruction] = .parent(name: name, indent: indent, end: end)
    case .block(let name, let indent, _):
      instructions[instruction] = .block(name: name, indent: indent, end: end)
    case .text, .value, .partial:
      preconditionFailure("a tag without content was opened")
    }
  }

  /// Texts that follow each other are one.
  private mutating func append(text range: ByteRange) {
    if case .text(let last) = instructions.last, last.upperBound == range.lowerBound {
      instructions[instructions.count - 1] = .text(last.union(range))
    } else {
      instructions.append(.text(range))
    }
  }

  private mutating func path(_ name: String) -> Int {
    let parts = name == "." ? [] : name.split(separator: ".").map(String.init)
    if let known = paths.firstIndex(of: parts) { return known }
    paths.append(parts)
    return paths.count - 1
  }

  mutating func report(_ defect: Defect) {
    defects.append(defect)
  }
}
