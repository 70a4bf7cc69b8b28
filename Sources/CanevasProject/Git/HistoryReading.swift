package import CanevasLink
import CanevasModel
package import CanevasReview
import CanevasSource
import CanevasSyntax

extension Session {
  /// What git tells of the catalogue's days. Nothing outside of a repository, where there is no
  /// commit yet, and where the history was cut when it was cloned: its first commit would seem to
  /// bring all that there is. Documents have the titles that they have in `catalogue`.
  package func history(naming catalogue: Catalogue) -> History {
    // Most folders that are no repository are told without running git.
    guard (try? root.isInRepository(on: fileSystem)) == true else { return History() }
    return (try? wholeHistory(naming: catalogue)) ?? History()
  }

  private func wholeHistory(naming catalogue: Catalogue) throws(ProjectError) -> History {
    let reading = try HistoryReading(of: "HEAD", in: repository)
    return try repository.hasWholeHistory ? reading.history(naming: catalogue) : History()
  }
}

/// What git was asked about the commits of a range, and is answering.
struct HistoryReading {
  /// How far back what was new is told: the last days on which documents changed, among the last
  /// commits.
  private static let dayLimit = 50
  private static let commitLimit = 500

  private let repository: Repository
  private let log: RunningProcess
  private let reader: RunningProcess

  init(of range: String, in repository: Repository) throws(ProjectError) {
    self.repository = repository
    log = try repository.startLog(of: range, limit: Self.commitLimit)
    reader = try repository.startReader()
  }

  /// What the commits brought, day by day.
  func history(naming catalogue: Catalogue) throws(ProjectError) -> History {
    let commits = parsedLog(try repository.output(of: log))
    let days = commits.days.prefix(Self.dayLimit)
    let files = Set(days.flatMap(\.changes).flatMap { [$0.old, $0.new] }.compactMap(\.self))
    let documents = try documents(Array(files))
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

  /// Files as documents, each read on its own; those in no known folder are none.
  private func documents(
    _ files: [RecordedFile]
  ) throws(ProjectError) -> [RecordedFile: TypedDocument] {
    let contents = try repository.contents(of: files.map(\.object), from: reader)
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
