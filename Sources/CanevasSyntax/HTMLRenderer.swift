import CanevasSource
/// Renders Markdown as HTML, as libcmark does in its safe mode: with the settings as they are at
/// first, the result for a document is the same, byte for byte.
package struct HTMLRenderer {
  /// What becomes of raw HTML.
  package enum RawHTML: Hashable, Sendable {
    /// A comment that says it was left out.
    case omitted
    /// Its source, escaped, so that readers see it; whole comments are left out.
    case asText
  }

  package var rawHTML = RawHTML.omitted
  /// By how much the levels of headings grow; none grows beyond 6.
  package var headingShift = 0
  /// Gives the address of a link or image. For `nil` a link is rendered as its content and an
  /// image as its alternative text. Without it, addresses are taken from the text.
  package var destination: ((Inline) -> String?)?
  /// Appends text, escaped for HTML. Without it, text is escaped and nothing else.
  package var appendText: ((ArraySlice<UInt8>, inout [UInt8]) -> Void)?

  package init(
    rawHTML: RawHTML = .omitted, headingShift: Int = 0,
    destination: ((Inline) -> String?)? = nil,
    appendText: ((ArraySlice<UInt8>, inout [UInt8]) -> Void)? = nil
  ) {
    self.rawHTML = rawHTML
    self.headingShift = headingShift
    self.destination = destination
    self.appendText = appendText
  }

  /// Appends the blocks of a document.
  package func render(_ document: Document, into output: inout [UInt8]) {
    render(document.blocks, into: &output)
  }

  /// Appends blocks side by side.
  package func render(_ blocks: BlockSequence, into output: inout [UInt8]) {
    write(blocks.storage, into: &output) { $0.blocks(blocks.first, blocks.end) }
  }

  /// Appends one block. The paragraph of an item of a tight list is its text without an element.
  package func render(_ block: Block, into output: inout [UInt8]) {
    write(block.storage, into: &output) { $0.block(block.index) }
  }

  /// Appends inlines side by side.
  package func render(_ inlines: InlineSequence, into output: inout [UInt8]) {
    write(inlines.storage, into: &output) { $0.inlines(inlines.first, inlines.end) }
  }

  /// Appends one inline.
  package func render(_ inline: Inline, into output: inout [UInt8]) {
    write(inline.storage, into: &output) { $0.inline(inline.index) }
  }

  /// Appends the part of its inlines that belongs to `text`.
  package func render(_ text: RichText, into output: inout [UInt8]) {
    write(text.inlines.storage, into: &output) { writer in
      for part in text.parts {
        if part.kind == .text {
          writer.text(text.literal(of: part))
        } else {
          writer.inline(part.index)
        }
      }
    }
  }

  private func write(
    _ storage: Document.Storage, into output: inout [UInt8], _ body: (inout HTMLWriter) -> Void
  ) {
    var writer = HTMLWriter(settings: self, storage: storage, start: output.count)
    swap(&writer.output, &output)
    body(&writer)
    swap(&writer.output, &output)
  }
}

/// One pass of a renderer over a tree. Nodes are named by their index. It calls itself for
/// children, which `Limits.nesting` bounds.
private struct HTMLWriter {
  let settings: HTMLRenderer
  let storage: Document.Storage
  /// Where this pass starts in the output: a block opens on a new line only after what this pass
  /// has written.
  let start: Int
  var output: [UInt8] = []

  mutating func write(_ text: StaticString) {
    output.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func startLine() {
    if output.count > start, output[output.count - 1] != UInt8(ascii: "\n") {
      output.append(UInt8(ascii: "\n"))
    }
  }

  /// Whether raw HTML is a comment that nobody is to see.
  func isLeftOut(_ html: ArraySlice<UInt8>) -> Bool {
    settings.rawHTML == .asText && isWholeComment(html)
  }

  mutating func text(_ bytes: ArraySlice<UInt8>) {
    if let appendText = settings.appendText {
      appendText(bytes, &output)
    } else {
      appendEscaped(bytes, to: &output)
    }
  }
}

// Blocks.
extension HTMLWriter {
  mutating func blocks(_ first: Int, _ end: Int) {
    var index = first
    while index < end {
      block(index)
      index = storage.nodes[index].end
    }
  }

  mutating func block(_ index: Int) {
    let node = storage.nodes[index]
    if node.kind == .paragraph, node.isTight {
      inlines(index + 1, node.end)
      return
    }
    if node.kind == .htmlBlock, isLeftOut(storage.bytes(node.literal)) { return }
    startLine()
    switch node.kind {
    case .paragraph:
      write("<p>")
      inlines(index + 1, node.end)
      write("</p>\n")
    case .heading: heading(index, node)
    case .blockQuote:
      write("<blockquote>\n")
      blocks(index + 1, node.end)
      startLine()
      write("</blockquote>\n")
    case .bulletList:
      write("<ul>\n")
      blocks(index + 1, node.end)
      write("</ul>\n")
    case .orderedList: orderedList(index, node)
    case .item:
      write("<li>")
      blocks(index + 1, node.end)
      write("</li>\n")
    case .codeBlock: codeBlock(node)
    case .htmlBlock: htmlBlock(node)
    case .thematicBreak: write("<hr />\n")
    case .document, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link,
      .image:
      preconditionFailure("a block was expected")
    }
  }

  private mutating func heading(_ index: Int, _ node: Node) {
    let level = UInt8(min(max(Int(node.level) + settings.headingShift, 1), 6))
    write("<h")
    output.append(UInt8(ascii: "0") + level)
    output.append(UInt8(ascii: ">"))
    inlines(index + 1, node.end)
    write("</h")
    output.append(UInt8(ascii: "0") + level)
    write(">\n")
  }

  private mutating func orderedList(_ index: Int, _ node: Node) {
    if node.start == 1 {
      write("<ol>\n")
    } else {
      write("<ol start=\"")
      output += String(node.start).utf8
      write("\">\n")
    }
    blocks(index + 1, node.end)
    write("</ol>\n")
  }

  private mutating func codeBlock(_ node: Node) {
    let language = storage.bytes(node.extra).prefix { !isWhiteSpace($0) }
    if node.extra == nil {
      write("<pre><code>")
    } else {
      write("<pre><code class=\"language-")
      appendEscaped(language, to: &output)
      write("\">")
    }
    appendEscaped(storage.bytes(node.literal), to: &output)
    write("</code></pre>\n")
  }

  private mutating func htmlBlock(_ node: Node) {
    switch settings.rawHTML {
    case .omitted: write("<!-- raw HTML omitted -->\n")
    case .asText:
      let html = storage.bytes(node.literal)
      write("<p>")
      appendEscaped(html.last == UInt8(ascii: "\n") ? html.dropLast() : html, to: &output)
      write("</p>\n")
    }
  }
}

// Inlines.
extension HTMLWriter {
  mutating func inlines(_ first: Int, _ end: Int) {
    var index = first
    while index < end {
      inline(index)
      index = storage.nodes[index].end
    }
  }

  mutating func inline(_ index: Int) {
    let node = storage.nodes[index]
    switch node.kind {
    case .text: text(storage.bytes(node.literal))
    case .softBreak: output.append(UInt8(ascii: "\n"))
    case .lineBreak: write("<br />\n")
    case .code:
      write("<code>")
      appendEscaped(storage.bytes(node.literal), to: &output)
      write("</code>")
    case .htmlInline: htmlInline(storage.bytes(node.literal))
    case .emphasis:
      write("<em>")
      inlines(index + 1, node.end)
      write("</em>")
    case .strong:
      write("<strong>")
      inlines(index + 1, node.end)
      write("</strong>")
    case .link: link(index, node)
    case .image: image(index, node)
    case .document, .blockQuote, .bulletList, .orderedList, .item, .codeBlock, .htmlBlock,
      .paragraph, .heading, .thematicBreak:
      preconditionFailure("an inline was expected")
    }
  }

  private mutating func htmlInline(_ html: ArraySlice<UInt8>) {
    if isLeftOut(html) { return }
    switch settings.rawHTML {
    case .omitted: write("<!-- raw HTML omitted -->")
    case .asText: appendEscaped(html, to: &output)
    }
  }

  private mutating func link(_ index: Int, _ node: Node) {
    guard let address = address(of: index, node) else {
      inlines(index + 1, node.end)
      return
    }
    write("<a href=\"")
    appendAddress(address, to: &output)
    write("\"")
    title(node)
    write(">")
    inlines(index + 1, node.end)
    write("</a>")
  }

  private mutating func image(_ index: Int, _ node: Node) {
    guard let address = address(of: index, node) else {
      alternative(index + 1, node.end)
      return
    }
    write("<img src=\"")
    appendAddress(address, to: &output)
    write("\" alt=\"")
    alternative(index + 1, node.end)
    write("\"")
    title(node)
    write(" />")
  }

  /// Where a link or image points to; `nil` if it is to be none.
  private func address(of index: Int, _ node: Node) -> ArraySlice<UInt8>? {
    guard let destination = settings.destination else { return storage.bytes(node.literal) }
    return destination(Inline(NodeReference(storage: storage, index: index))).map {
      ArraySlice($0.utf8)
    }
  }

  private mutating func title(_ node: Node) {
    guard let title = node.extra else { return }
    write(" title=\"")
    appendEscaped(storage.bytes(title), to: &output)
    write("\"")
  }

  /// The text of inlines without any markup, as an attribute needs it.
  private mutating func alternative(_ first: Int, _ end: Int) {
    for node in storage.nodes[first..<end] {
      switch node.kind {
      case .text: text(storage.bytes(node.literal))
      case .softBreak, .lineBreak: output.append(UInt8(ascii: " "))
      case .code: appendEscaped(storage.bytes(node.literal), to: &output)
      case .htmlInline:
        let html = storage.bytes(node.literal)
        if !isLeftOut(html) { appendEscaped(html, to: &output) }
      default: break
      }
    }
  }
}
