import CanevasCheck
import CanevasLink
package import CanevasModel
import CanevasSource
package import CanevasTemplate

/// A new document before its author has written anything: the kind's headings and keys with what
/// to ask the group, and the blank's mark where something is needed.
package struct Blank: Sendable {
  /// The template's name, without its ending.
  package static let template = "new-document"

  package let kind: Kind
  /// As readers see it: one line without control characters.
  package let title: String
  package var model = CanvasModel.circular
  /// A theme that the document is filed under: its title, and its path from the root.
  package var theme: (title: String, path: String)?

  package init(_ kind: Kind, title: String) {
    self.kind = kind
    self.title = title
  }

  /// Whether documents of the kind may name a theme.
  package static func mayHaveTheme(_ kind: Kind) -> Bool { kind.keys.contains(.theme) }

  /// The document's text. `path` is its own from the root, for the links in it.
  package func text(for path: String, from templates: TemplateSet) -> [UInt8] {
    var output: [UInt8] = []
    templates.render(Self.template, values(for: path), into: &output)
    return output
  }

  private func values(for path: String) -> TemplateValue {
    let head = head(for: path)
    let sections = kind.sections(in: model) ?? []
    return [
      "title": markdown(escapedHeading(title)),
      "hasTagline": .bool(!kind.hasIntroduction),
      "hasMetadata": .bool(!head.lines.isEmpty),
      "metadata": .list(head.lines.map(markdown)),
      "hasOtherKeys": .bool(!head.others.isEmpty),
      "otherKeys": .list(head.others.map(view)),
      "hasStory": .bool(kind == .canvas && model == .circular),
      "hasFreeHeadings": .bool(sections.isEmpty),
      "mark": markdown(placeholder),
      "sections": .list(sections.map(view)),
    ]
  }

  private func head(for path: String) -> HeadLines {
    var head = HeadLines(kind: kind)
    if let theme {
      let link = relativePath(to: theme.path, from: path)
      head.values[.theme] = "[\(escapedLinkText(theme.title))](\(link))"
    }
    if kind == .canvas, model != .circular { head.values[.model] = model.rawValue }
    return head
  }

  private func view(_ key: MetadataKey) -> TemplateValue {
    let words = key.vocabulary.isEmpty ? "" : " (\(key.vocabulary.joined(separator: ", ")))"
    return [
      "name": markdown(key.rawValue),
      "question": markdown(key.guidance.question.french + words),
    ]
  }

  private func view(_ section: SectionName) -> TemplateValue {
    [
      "heading": markdown(section.heading),
      "body": markdown(section.blankBody(isNeeded: isNeeded(section))),
      "parts": .list(
        SectionPart.all(of: section).map {
          ["heading": markdown($0.heading), "body": markdown($0.blankBody)]
        }),
    ]
  }

  private func isNeeded(_ section: SectionName) -> Bool {
    let needed = kind == .canvas ? model.neededByIdea : kind.requiredSections
    return needed.contains(section)
  }
}

extension SectionName {
  /// What stands under the heading until an author writes there.
  func blankBody(isNeeded: Bool) -> String {
    isNeeded ? placeholderText : "<!-- \(guidance.question.french) -->"
  }
}

extension SectionPart {
  /// What stands under the part's heading until an author writes there.
  var blankBody: String { "<!-- \(guidance.question.french) -->" }
}

/// A value that a template takes as it is: what is escaped in Markdown is not escaped as in HTML.
private func markdown(_ text: String) -> TemplateValue { .html(Array(text.utf8)) }
