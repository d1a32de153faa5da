package org.tocsin.notify.token;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.tocsin.notify.access.Caller;
import org.tocsin.notify.audit.AuditLog;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.problem.ProblemException.FieldError;
import org.tocsin.platform.token.TokenIssuer;

import com.github.f4b6a3.uuid.UuidCreator;

/** Issues tokens and logs to whom, for an organisation as many as it needs. */
@ApplicationScoped
class TokenService {

    private final TokenIssuer issuer;
    private final AuditLog audit;
    private final Caller caller;

    TokenService(TokenIssuer issuer, AuditLog audit, Caller caller) {
        this.issuer = issuer;
        this.audit = audit;
        this.caller = caller;
    }

    private record Logged(String subject, Set<String> roles, Instant expiresAt) {}

    @Transactional
    TokenIssuer.IssuedToken issue(TokenBody body) {
        String subject = body.subject().strip();
        TokenIssuer.IssuedToken issued = issued(body, subject);
        audit.add(
                caller.name(),
                "ISSUED",
                AuditLog.Subject.TOKEN,
                UuidCreator.getTimeOrderedEpoch(),
                body.organisation(),
                null,
                new Logged(subject, new TreeSet<>(body.roles()), issued.expiresAt()));
        return issued;
    }

    /** What the body's checks let through can only be refused for a lifetime beyond the configured one. */
    private TokenIssuer.IssuedToken issued(TokenBody body, String subject) {
        try {
            return issuer.issue(subject, body.checkedRoles(), body.organisation(), body.lifetime());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    "This token cannot be issued.",
                    List.of(new FieldError("/hours", "is longer than tokens may be good for here")));
        }
    }
}
