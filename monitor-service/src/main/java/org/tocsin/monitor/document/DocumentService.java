package org.tocsin.monitor.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.PlainText;
import org.tocsin.monitor.document.DocumentBatch.LineProblem;
import org.tocsin.monitor.request.Body;
import org.tocsin.monitor.request.FieldErrors;
import org.tocsin.monitor.request.NdjsonLines;
import org.tocsin.monitor.source.PushSources;
import org.tocsin.monitor.source.Pusher;
import org.tocsin.monitor.source.SourceRef;
import org.tocsin.platform.problem.ProblemException;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Accepts documents sent by REST. A batch is no transaction: what was accepted before it broke off stays accepted. */
@ApplicationScoped
class DocumentService {

    /** Of one document as JSON, in bytes. */
    static final int DOCUMENT_LIMIT = 2 * 1_024 * 1_024;

    private static final int BATCH_DOCUMENTS = 250;
    private static final int BATCH_CHARACTERS = 4_000_000;
    private static final int NAME_LIMIT = 200;

    private final DocumentIntake intake;
    private final DocumentRepository documents;
    private final PushSources sources;
    private final ObjectMapper json;
    private final Clock clock;

    DocumentService(
            DocumentIntake intake, DocumentRepository documents, PushSources sources, ObjectMapper json, Clock clock) {
        this.intake = intake;
        this.documents = documents;
        this.sources = sources;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Accepts one document.
     *
     * @throws ProblemException 400, 413 or 422 when it is not acceptable
     */
    Accepted accept(InputStream body) {
        NewDocument document = check(Body.read(body, DOCUMENT_LIMIT), sources::find);
        return intake.accept(List.of(document)).get(0);
    }

    /** Accepts one document per line. A bad line costs that line only. */
    DocumentBatch acceptLines(InputStream body) throws IOException {
        NdjsonLines lines = new NdjsonLines(body, DOCUMENT_LIMIT);
        Progress progress = new Progress();
        for (Optional<NdjsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            progress.take(line.get());
        }
        return progress.finish();
    }

    @Transactional
    Optional<Document> find(UUID id) {
        return documents.find(id);
    }

    private NewDocument check(byte[] bytes, Function<Pusher, SourceRef> sourceOf) {
        DocumentRequest request = Body.json(json, bytes, DocumentRequest.class);
        FieldErrors errors = new FieldErrors();
        Optional<URI> url = DocumentContent.url(request, errors);
        DocumentContent content = DocumentContent.of(request, clock.instant(), errors);
        Pusher pusher = pusher(request.source(), errors);
        errors.throwIfAny();
        return new NewDocument(
                sourceOf.apply(pusher),
                url.orElseThrow(),
                content.titleOrBeginning(),
                content.text(),
                content.language(),
                content.publishedAt(),
                null);
    }

    private static Pusher pusher(DocumentRequest.@Nullable Origin origin, FieldErrors errors) {
        String name = origin == null || origin.name() == null ? "" : PlainText.line(origin.name());
        String id = origin == null || origin.id() == null ? "" : PlainText.line(origin.id());
        errors.require(!name.isEmpty(), "/source/name", "A document needs the name of its source.");
        errors.require(name.length() <= NAME_LIMIT, "/source/name", "The name is longer than 200 characters.");
        errors.require(id.length() <= NAME_LIMIT, "/source/id", "The id is longer than 200 characters.");
        return new Pusher(name, id.isEmpty() ? null : id);
    }

    /** A batch on its way in. */
    private final class Progress {

        private final List<NewDocument> pending = new ArrayList<>();
        private final List<UUID> ids = new ArrayList<>();
        private final List<LineProblem> problems = new ArrayList<>();
        private final Map<Pusher, SourceRef> known = new HashMap<>();
        private long pendingCharacters;
        private long repeated;
        private long rejected;

        void take(NdjsonLines.Line line) {
            if (line.bytes() == null) {
                reject(line, ProblemException.tooLarge("The document is larger than 2 MB."));
                return;
            }
            try {
                NewDocument document = check(line.bytes(), pusher -> known.computeIfAbsent(pusher, sources::find));
                pending.add(document);
                pendingCharacters += document.text().length();
            } catch (ProblemException e) {
                reject(line, e);
            }
            if (pending.size() >= BATCH_DOCUMENTS || pendingCharacters >= BATCH_CHARACTERS) {
                flush();
            }
        }

        DocumentBatch finish() {
            flush();
            return new DocumentBatch(ids.size(), repeated, rejected, ids, problems);
        }

        private void reject(NdjsonLines.Line line, ProblemException problem) {
            rejected++;
            if (problems.size() < DocumentBatch.PROBLEMS_TOLD) {
                problems.add(new LineProblem(line.number(), problem.status(), problem.getMessage(), problem.errors()));
            }
        }

        private void flush() {
            for (Accepted accepted : intake.accept(pending)) {
                ids.add(accepted.id());
                repeated += accepted.added() ? 0 : 1;
            }
            pending.clear();
            known.clear();
            pendingCharacters = 0;
        }
    }
}
