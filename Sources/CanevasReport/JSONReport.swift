import CanevasSource

/// Findings as data for other programs, as `constats.schema.json` describes them. `version` grows
/// when a member changes its meaning or goes away; a new member leaves it.
///
/// Every member is always there, `null` where there is nothing to say. An `offset` counts UTF-8
/// bytes from zero; lines and columns count from one, columns in Unicode scalars; the end of a
/// range is the place after its last character.
package struct JSONReport: Sendable {
  package init() {}

  /// Appends the report of `input`, one JSON object and a line end.
  package func write(_ input: ReportInput, to output: inout [UInt8]) {
    var sources = input.sources
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.member("tool") { writer in
        writer.object { writer in
          writer.member("name", "canevas")
          writer.member("version", input.tool.version)
        }
      }
      writer.member("language", input.language.rawValue)
      writer.member("counts") { $0.counts(of: input) }
      writer.member("diagnostics") { writer in
        writer.array(input.diagnostics) { writer, diagnostic in
          writer.diagnostic(diagnostic, input, &sources)
        }
      }
    }
    output += writer.bytes
    output.append(UInt8(ascii: "\n"))
  }
}

extension JSONWriter {
  fileprivate mutating func counts(of input: ReportInput) {
    object { writer in
      writer.member("documents", input.documentCount)
      writer.member("errors", input.count(.error))
      writer.member("warnings", input.count(.warning))
      writer.member("infos", input.count(.info))
      writer.member("safelyFixable", input.safelyFixableCount)
      writer.member("knownAlready", input.passedCount)
    }
  }

  fileprivate mutating func diagnostic(
    _ diagnostic: Diagnostic, _ input: ReportInput, _ sources: inout SourceCache
  ) {
    let language = input.language
    let source = sources[diagnostic.location.path]
    object { writer in
      writer.member("code", diagnostic.code)
      writer.member("severity", diagnostic.severity.rawValue)
      writer.member("message", diagnostic.message[language])
      writer.member("file", diagnostic.location.path)
      writer.member("range") { $0.range(diagnostic.location.range, in: source) }
      writer.member("section", input.catalogue.section(diagnostic.location))
      writer.member("fingerprint", input.fingerprints[diagnostic])
      writer.member("documentation", input.tool.address(diagnostic.code))
      writer.member("label", diagnostic.label?[language])
      writer.member("related") { writer in
        writer.array(diagnostic.related) { writer, label in
          let source = sources[label.location.path]
          writer.object { writer in
            writer.member("file", label.location.path)
            writer.member("range") { $0.range(label.location.range, in: source) }
            writer.member("label", label.text[language])
          }
        }
      }
      writer.member("help", diagnostic.help?[language])
      writer.member("fixes") { writer in
        writer.array(diagnostic.fixes) { $0.fix($1, language, source) }
      }
    }
  }

  fileprivate mutating func fix(
    _ fix: Fix, _ language: MessageLanguage, _ source: IndexedSource
  ) {
    object { writer in
      writer.member("title", fix.title[language])
      writer.member("safety", fix.safety.rawValue)
      writer.member("edits") { writer in
        writer.array(fix.edits) { writer, edit in
          writer.object { writer in
            writer.member("range") { $0.range(edit.range, in: source) }
            writer.member("replacement", edit.replacement)
          }
        }
      }
    }
  }

  fileprivate mutating func range(_ range: ByteRange, in source: IndexedSource) {
    object { writer in
      writer.member("start") { $0.position(range.lowerBound, in: source) }
      writer.member("end") { $0.position(range.upperBound, in: source) }
    }
  }

  fileprivate mutating func position(_ offset: Int, in source: IndexedSource) {
    let position = source.position(at: offset)
    object { writer in
      writer.member("offset", offset)
      writer.member("line", position.line)
      writer.member("column", position.column)
    }
  }

  fileprivate mutating func member(_ key: String, _ text: String?) {
    member(key) { writer in
      if let text { writer.string(text) } else { writer.null() }
    }
  }
}
