import CanevasSource

extension Session {
  /// Whether the terminal and the editors that say so write documents as UTF-8.
  func remarksOnEncoding(_ surroundings: Surroundings) -> [Examination.Remark] {
    [localeRemark(surroundings)].compactMap { $0 } + editorRemarks()
  }

  /// The locale whose characters are used: the first variable that is set (POSIX, section 8.2).
  func locale(_ surroundings: Surroundings) -> String {
    ["LC_ALL", "LC_CTYPE", "LANG"].lazy
      .compactMap(surroundings.variable).first { !$0.isEmpty } ?? "POSIX"
  }

  private func localeRemark(_ surroundings: Surroundings) -> Examination.Remark? {
    let locale = locale(surroundings)
    let name = folded(locale)
    guard !name.contains("utf-8"), !name.contains("utf8") else { return nil }
    return Examination.Remark(
      .warning,
      Bilingual(
        "la langue du système (« \(locale) ») n'est pas en UTF-8 : le terminal peut mal montrer "
          + "les accents",
        "the system's locale (“\(locale)”) is not UTF-8: the terminal may show accents badly"),
      remedy: Bilingual("export LANG=fr_BE.UTF-8", "export LANG=C.UTF-8"))
  }

  /// Settings of editors, at the root, by the key that names the encoding.
  private func editorRemarks() -> [Examination.Remark] {
    [(".editorconfig", "charset"), (".vscode/settings.json", "\"files.encoding\"")].flatMap {
      name, key in
      settings(key, in: name).filter { value in
        let value = folded(value)
        return !["utf-8", "utf8", "unset"].contains(value)
      }.map { value in
        Examination.Remark(
          .error,
          Bilingual(
            "« \(name) » demande l'encodage « \(value) » : les documents ne seraient plus lisibles",
            "“\(name)” asks for the encoding “\(value)”: documents could not be read any more"),
          remedy: Bilingual("mettez-y utf-8", "put utf-8 there"))
      }
    }
  }

  /// What stands behind `key` and `=` or `:` on the lines of a file at the root.
  private func settings(_ key: String, in name: String) -> [String] {
    guard case .bytes(let bytes) = try? fileSystem.read(root.absolute(name), limit: 1 << 20) else {
      return []
    }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .compactMap { line in
        guard let cut = line.firstIndex(where: { $0 == "=" || $0 == ":" }) else { return nil }
        let marks: Set<Character> = [" ", "\t", "\"", ",", "'"]
        guard folded(String(line[..<cut])) == key else { return nil }
        return String(line[line.index(after: cut)...].filter { !marks.contains($0) })
      }
  }
}
