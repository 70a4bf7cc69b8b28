package import CanevasSource

/// One part of a catalogue's surroundings that `canevas doctor` looked at, and what is wrong with
/// it. The documents themselves are the business of `canevas check`.
package struct Examination: Hashable, Sendable {
  /// Something that will cause trouble.
  package struct Remark: Hashable, Sendable {
    package let severity: Severity
    /// What is wrong, without a full stop.
    package let message: Bilingual
    /// What to do about it, as a command or a line to write where there is one.
    package let remedy: Bilingual

    package init(_ severity: Severity, _ message: Bilingual, remedy: Bilingual) {
      self.severity = severity
      self.message = message
      self.remedy = remedy
    }
  }

  /// What was looked at: « dépôt git ».
  package let subject: Bilingual
  /// What was found there, when nothing is wrong: a path, a version.
  package let state: String
  package let remarks: [Remark]
}

/// What surrounds a run, for its examination.
package struct Surroundings {
  /// The program's version.
  package let version: String
  /// Where the site goes.
  package let output: String
  /// The value of an environment variable.
  package let variable: (String) -> String?

  package init(
    version: String, output: String, variable: @escaping (String) -> String?
  ) {
    self.version = version
    self.output = output
    self.variable = variable
  }
}

extension Session {
  /// Looks at everything around the catalogue that can keep it from being checked, built or kept
  /// in version control. Writes nothing.
  package func examine(_ surroundings: Surroundings) -> [Examination] {
    [
      Examination(
        subject: Bilingual("catalogue", "catalogue"), state: root.path,
        remarks: remarksOnSources()),
      Examination(
        subject: Bilingual("programme", "program"), state: "canevas " + surroundings.version,
        remarks: remarksOnProgram(surroundings)),
      Examination(
        subject: Bilingual("sortie", "output"), state: surroundings.output,
        remarks: remarksOnOutput(surroundings.output)),
      Examination(
        subject: Bilingual("encodage", "encoding"), state: locale(surroundings),
        remarks: remarksOnEncoding(surroundings)),
      examineRepository(output: surroundings.output),
    ]
  }

  /// Whether the sources can be listed and read.
  private func remarksOnSources() -> [Examination.Remark] {
    let loaded = Loader(root: root, on: fileSystem, documentLimit: .max - 1).load()
    return loaded.defects.sorted { $0.key.precedes($1.key) }.compactMap { path, defects in
      guard case .unreadable(let reason) = defects.first?.kind else { return nil }
      return Examination.Remark(
        .error,
        Bilingual(
          "« \(path) » est illisible : \(reason.french)",
          "“\(path)” cannot be read: \(reason.english)"),
        remedy: reason == nameIsNotUTF8
          ? Bilingual("renommez ce fichier", "rename this file")
          : Bilingual("chmod u+rX '\(path)'", "chmod u+rX '\(path)'"))
    }
  }
}
