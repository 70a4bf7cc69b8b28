import CanevasSource

extension JSONWriter {
  /// A finding as a SARIF result.
  mutating func result(_ diagnostic: Diagnostic, _ run: SARIFRun, _ sources: inout SourceCache) {
    let language = run.input.language
    let source = sources[diagnostic.location.path]
    object { writer in
      writer.member("ruleId", diagnostic.code)
      if let rule = run.rule(diagnostic.code) { writer.member("ruleIndex", rule) }
      writer.member("level", SARIFRun.level(diagnostic.severity))
      writer.message(
        "message", Words.messageAndHelp(of: diagnostic, language, separator: "\n"))
      writer.member("locations") { writer in
        writer.array([diagnostic]) { writer, diagnostic in
          writer.location(diagnostic.location, diagnostic.label?[language], run, source)
        }
      }
      if !diagnostic.related.isEmpty {
        writer.member("relatedLocations") { writer in
          writer.array(diagnostic.related) { writer, label in
            let source = sources[label.location.path]
            writer.location(label.location, label.text[language], run, source)
          }
        }
      }
      writer.member("partialFingerprints") { writer in
        writer.object { $0.member("canevas/v1", run.input.fingerprints[diagnostic]) }
      }
      if !diagnostic.fixes.isEmpty {
        writer.member("fixes") { writer in
          writer.array(diagnostic.fixes) { $0.fix($1, of: diagnostic, run, source) }
        }
      }
    }
  }

  private mutating func location(
    _ location: Location, _ label: String?, _ run: SARIFRun, _ source: IndexedSource
  ) {
    object { writer in
      writer.member("physicalLocation") { writer in
        writer.object { writer in
          writer.member("artifactLocation") { $0.artifactLocation(location.path, run) }
          writer.member("region") { writer in
            writer.object { writer in
              writer.region(location.range, source)
              guard !location.range.isEmpty else { return }
              let text = source.file.text(location.range.clamped(to: source.file.wholeRange))
              writer.member("snippet") { $0.object { $0.member("text", text) } }
            }
          }
        }
      }
      if let section = run.input.catalogue.section(location) {
        writer.member("logicalLocations") { writer in
          writer.array([section]) { writer, section in
            writer.object { writer in
              writer.member("name", section)
              writer.member("kind", "section")
            }
          }
        }
      }
      if let label { writer.message("message", label) }
    }
  }

  /// The members of a region.
  private mutating func region(_ range: ByteRange, _ source: IndexedSource) {
    let start = source.position(at: range.lowerBound)
    let end = source.position(at: range.upperBound)
    member("startLine", start.line)
    member("startColumn", start.column)
    member("endLine", end.line)
    member("endColumn", end.column)
    member("byteOffset", range.lowerBound)
    member("byteLength", range.count)
  }

  private mutating func fix(
    _ fix: Fix, of diagnostic: Diagnostic, _ run: SARIFRun, _ source: IndexedSource
  ) {
    object { writer in
      writer.message("description", fix.title[run.input.language])
      writer.member("artifactChanges") { writer in
        writer.array([fix]) { writer, fix in
          writer.object { writer in
            writer.member("artifactLocation") {
              $0.artifactLocation(diagnostic.location.path, run)
            }
            writer.member("replacements") { writer in
              writer.array(fix.edits) { $0.replacement($1, source) }
            }
          }
        }
      }
      writer.member("properties") { $0.object { $0.member("safety", fix.safety.rawValue) } }
    }
  }

  private mutating func replacement(_ edit: TextEdit, _ source: IndexedSource) {
    object { writer in
      writer.member("deletedRegion") { $0.object { $0.region(edit.range, source) } }
      guard !edit.replacement.isEmpty else { return }
      writer.member("insertedContent") { $0.object { $0.member("text", edit.replacement) } }
    }
  }
}
