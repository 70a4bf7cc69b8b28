import CanevasSource

extension Session {
  /// Whether git keeps the catalogue as it is written, and without what is made from it.
  func examineRepository(output: String) -> Examination {
    let subject = Bilingual("dépôt git", "git repository")
    do throws(ProjectError) {
      let repository = Repository(holding: root, on: fileSystem)
      let remarks =
        try textRemarks(repository) + driverRemarks(repository)
        + leftAloneRemarks(repository, output) + historyRemarks(repository)
      return Examination(subject: subject, state: try repository.top, remarks: remarks)
    } catch {
      return Examination(subject: subject, state: "–", remarks: [remark(on: error)])
    }
  }

  /// Why the repository cannot be asked. That there is none is an author's choice.
  private func remark(on error: ProjectError) -> Examination.Remark {
    switch error {
    case .noRepository:
      Examination.Remark(
        .info,
        Bilingual("le catalogue n'est pas suivi par git", "the catalogue is not kept in git"),
        remedy: Bilingual("git init '\(root.path)'", "git init '\(root.path)'"))
    case .noGit:
      Examination.Remark(
        .info, error.message,
        remedy: Bilingual(
          "installez git, dont « check --since » a besoin",
          "install git, which check --since needs"))
    default:
      Examination.Remark(
        .warning, error.message, remedy: Bilingual("git status", "git status"))
    }
  }

  /// What makes git change the bytes of documents.
  private func textRemarks(
    _ repository: Repository
  ) throws(ProjectError) -> [Examination.Remark] {
    var remarks: [Examination.Remark] = []
    let sheet = CatalogueRoot.sheet
    if let encoding = try repository.attribute("working-tree-encoding", of: sheet),
      folded(encoding) != "utf-8"
    {
      remarks.append(
        Examination.Remark(
          .error,
          Bilingual(
            "git récrit les documents en « \(encoding) » (working-tree-encoding)",
            "git rewrites documents as “\(encoding)” (working-tree-encoding)"),
          remedy: Bilingual(
            "retirez cet attribut de « .gitattributes »",
            "remove this attribute from “.gitattributes”")))
    }
    let converts = try repository.setting("core.autocrlf")?.lowercased() == "true"
    let isPinned = try repository.attribute("eol", of: sheet) != nil
    if converts, !isPinned, try repository.attribute("text", of: sheet) != "unset" {
      remarks.append(
        Examination.Remark(
          .warning,
          Bilingual(
            "git change les fins de ligne des documents (core.autocrlf)",
            "git changes the line ends of documents (core.autocrlf)"),
          remedy: Bilingual(
            "écrivez « *.md text eol=lf » dans « .gitattributes »",
            "write “*.md text eol=lf” into “.gitattributes”")))
    }
    return remarks
  }

  /// Drivers that `.gitattributes` names and this clone does not have.
  private func driverRemarks(
    _ repository: Repository
  ) throws(ProjectError) -> [Examination.Remark] {
    let builtIn = ["set", "unset", "text", "binary", "union", "markdown"]
    var remarks: [Examination.Remark] = []
    for (attribute, settings) in [
      ("merge", ["driver"]), ("diff", ["command", "textconv", "xfuncname"]),
    ] {
      guard let name = try repository.attribute(attribute, of: "canvases/fiches/x.md"),
        !builtIn.contains(name)
      else { continue }
      var isKnown = false
      for setting in settings where !isKnown {
        isKnown = try repository.setting("\(attribute).\(name).\(setting)") != nil
      }
      guard !isKnown else { continue }
      remarks.append(
        Examination.Remark(
          .warning,
          Bilingual(
            "« .gitattributes » nomme le pilote « \(attribute)=\(name) », que ce clone n'a pas",
            "“.gitattributes” names the driver “\(attribute)=\(name)”, which this clone lacks"),
          remedy: name == "canevas"
            ? Bilingual("canevas git install", "canevas git install")
            : Bilingual(
              "git config \(attribute).\(name).\(settings[0]) '…'",
              "git config \(attribute).\(name).\(settings[0]) '…'")))
    }
    return remarks
  }

  /// What is made from the catalogue and would be committed with it.
  private func leftAloneRemarks(
    _ repository: Repository, _ output: String
  ) throws(ProjectError) -> [Examination.Remark] {
    // An output that cannot be one is told of by itself.
    guard let folder = (try? OutputFolder(output, root: root, on: fileSystem))?.path,
      isInside(folder, try repository.top), try !repository.ignores(folder + "/")
    else { return [] }
    let name = isInside(folder, root.path) ? String(folder.dropFirst(root.path.count)) : folder
    return [
      Examination.Remark(
        .warning,
        Bilingual(
          "git ne laisse pas de côté le dossier du site, « \(folder) »",
          "git does not leave the site's folder alone, “\(folder)”"),
        remedy: Bilingual(
          "écrivez « \(name)/ » dans « .gitignore »", "write “\(name)/” into “.gitignore”"))
    ]
  }

  /// A history that ends too early for what compares with it.
  private func historyRemarks(
    _ repository: Repository
  ) throws(ProjectError) -> [Examination.Remark] {
    guard try repository.isShallow else { return [] }
    return [
      Examination.Remark(
        .info,
        Bilingual(
          "l'historique de ce clone est coupé : « check --since » peut y manquer de révisions",
          "this clone's history is cut: check --since may lack revisions"),
        remedy: Bilingual("git fetch --unshallow", "git fetch --unshallow"))
    ]
  }
}
