package import CanevasLink
import CanevasModel
package import CanevasReview
import CanevasSource
import CanevasSyntax

extension Session {
  /// How far back what was new is told: the last days on which documents changed, among the last
  /// commits.
  private static let dayLimit = 50
  private static let commitLimit = 500

  /// What git tells of the catalogue's days. Nothing outside of a repository, where there is no
  /// commit yet, and where the history was cut when it was cloned: its first commit would seem to
  /// bring all that there is. Documents have the titles that they have in `catalogue`.
  package func history(naming catalogue: Catalogue) -> History {
    // Most folders that are no repository are told without running git.
    guard (try? root.isInRepository(on: fileSystem)) == true,
      (try? repository.hasWholeHistory) == true
    else { return History() }
    return (try? history(in: repository, of: "HEAD", naming: catalogue)) ?? History()
  }

  /// What the commits of a range brought, day by day.
  func history(
    in repository: Repository, of range: String, naming catalogue: Catalogue
  ) throws(ProjectError) -> History {
    let commits = try repository.commits(range, limit: Self.commitLimit)
    let days = commits.days.prefix(Self.dayLimit)
    let files = Set(days.flatMap(\.changes).flatMap { [$0.old, $0.new] }.compactMap(\.self))
    let documents = try repository.documents(Array(files))
    let recorded = days.map { day in
      History.RecordedDay(
        date: day.date, moment: day.moment,
        changes: day.changes.map { change in
          DocumentChange(
            old: change.old.flatMap { documents[$0] }, new: change.new.flatMap { documents[$0] })
        })
    }
    return History(recorded) { id in
      catalogue.index(of: id).map { catalogue.documents[$0].title }
    }
  }
}

extension Repository {
  /// Files as documents, each read on its own; those in no known folder are none.
  fileprivate func documents(
    _ files: [RecordedFile]
  ) throws(ProjectError) -> [RecordedFile: TypedDocument] {
    let contents = try contents(of: files.map(\.object))
    let read = mapInParallel(Array(zip(files, contents))) { file, bytes in
      ReadFile(SourceFile(path: file.path, bytes: bytes))
    }
    var documents: [RecordedFile: TypedDocument] = [:]
    for (file, read) in zip(files, read) {
      if case .document(let document) = read { documents[file] = document }
    }
    return documents
  }
}
