package import CanevasSource

/// Templates compiled together, so that they may include each other.
///
/// The language is that of the published Mustache specification, its optional inheritance module
/// with it and lambdas and dynamic names left out: https://github.com/mustache/spec
package struct TemplateSet: Sendable {
  private let templates: [String: Template]

  /// Compiles templates, given by the names under which they include each other. A template with
  /// a mistake renders as far as it can; its mistakes come back with it.
  package static func compile(
    _ files: [String: SourceFile]
  ) -> (set: TemplateSet, mistakes: [TemplateFault]) {
    var templates = files.mapValues { Template($0) }
    for name in templates.keys {
      for (included, range) in templates[name]?.included ?? [] where templates[included] == nil {
        let near = CanevasSource.nearest(to: included, among: templates.keys.sorted())
        templates[name]?.report(
          Defect(.template(.unknownPartial(name: included)), range, nearest: near))
      }
    }
    let mistakes = templates.sorted { $0.key < $1.key }.flatMap { _, template in
      template.defects.map { TemplateFault(file: template.file, defect: $0) }
    }
    return (TemplateSet(templates: templates), mistakes)
  }

  subscript(name: String) -> Template? { templates[name] }

  /// Appends a template filled with values; nothing when there is no template of that name.
  package func render(_ name: String, _ values: TemplateValue, into output: inout [UInt8]) {
    guard let template = templates[name] else { return }
    var renderer = Renderer(set: self, values: values)
    swap(&renderer.output, &output)
    renderer.run(template, 0..<template.instructions.count)
    swap(&renderer.output, &output)
  }
}

/// A mistake in a template.
package struct TemplateFault: Sendable {
  package let file: SourceFile
  package let defect: Defect
}
