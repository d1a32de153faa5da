package org.tocsin.notify.subscription;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.access.Caller;
import org.tocsin.notify.access.Revision;
import org.tocsin.notify.secret.SealedSettings;
import org.tocsin.notify.secret.SigningKey;
import org.tocsin.notify.secret.SigningSecret;
import org.tocsin.notify.secret.SigningSecrets;
import org.tocsin.notify.settings.NotifySettings;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.problem.ProblemException.FieldError;

import com.github.f4b6a3.uuid.UuidCreator;

/** What clients do with subscriptions over REST. */
@ApplicationScoped
public class SubscriptionService {

    private final SubscriptionRepository repository;
    private final Subscriptions subscriptions;
    private final SigningSecrets secrets;
    private final SealedSettings sealed;
    private final SubscriptionAudit audit;
    private final Event<SubscriptionChanged> changes;
    private final Caller caller;
    private final Clock clock;
    private final boolean doubleOptIn;

    SubscriptionService(
            SubscriptionRepository repository,
            Subscriptions subscriptions,
            SigningSecrets secrets,
            SealedSettings sealed,
            SubscriptionAudit audit,
            Event<SubscriptionChanged> changes,
            Caller caller,
            Clock clock,
            NotifySettings settings) {
        this.repository = repository;
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.sealed = sealed;
        this.audit = audit;
        this.changes = changes;
        this.caller = caller;
        this.clock = clock;
        this.doubleOptIn = settings.doubleOptIn();
    }

    /**
     * A subscription of the caller's.
     *
     * @throws ProblemException 404 when there is none, or not for this caller
     */
    @Transactional
    public Subscription get(UUID id) {
        return repository
                .find(id)
                .filter(found -> caller.mayActFor(found.organisation()))
                .orElseThrow(() -> ProblemException.notFound("There is no such subscription."));
    }

    @Transactional
    Page<SubscriptionView> list(
            @Nullable UUID organisation, Subscription.@Nullable State state, @Nullable UUID after, int limit) {
        UUID only = caller.onlyOrganisation();
        if (only != null && organisation != null && !only.equals(organisation)) {
            return new Page<>(List.of(), null);
        }
        List<Subscription> found = repository.list(only == null ? organisation : only, state, after, limit + 1);
        List<SubscriptionView> items =
                found.stream().limit(limit).map(SubscriptionView::from).toList();
        String next = found.size() > limit ? items.get(limit - 1).id().toString() : null;
        return new Page<>(items, next);
    }

    @Transactional
    SubscriptionView create(SubscriptionBody body) {
        SubscriptionDraft draft = SubscriptionReader.read(body);
        checkNotices(draft, null);
        Instant now = clock.instant();
        Subscription made = new Subscription(
                UuidCreator.getTimeOrderedEpoch(),
                organisation(draft),
                draft.name(),
                draft.channel(),
                draft.filter(),
                draft.schedule(),
                draft.sourceNotices(),
                draft.language(),
                firstState(draft),
                null,
                now,
                draft.validFrom(),
                draft.validUntil(),
                1,
                now,
                now);
        repository.insert(made);
        String secret = made.channel() instanceof Channel.Webhook
                ? secrets.create(made.id()).text()
                : null;
        prove(made, draft.proofs());
        audit.added(caller.name(), made);
        changes.fire(SubscriptionChanged.between(null, made, null));
        return view(made).withSecret(secret);
    }

    /** Whether the organisation has one of the same name that goes to the same receiver. */
    @Transactional
    boolean exists(SubscriptionBody body) {
        SubscriptionDraft draft = SubscriptionReader.read(body);
        return repository.exists(organisation(draft), draft.channel(), draft.name());
    }

    @Transactional
    Subscription change(UUID id, SubscriptionBody body, @Nullable String ifMatch) {
        SubscriptionDraft draft = SubscriptionReader.read(body);
        Subscription present = get(id);
        Revision.check(ifMatch, present.revision());
        if (draft.organisation() != null && !draft.organisation().equals(present.organisation())) {
            throw invalid("/organisation", "cannot be changed; make a new subscription instead");
        }
        if (draft.channel().type() != present.channel().type()) {
            throw invalid("/channel/type", "cannot be changed; make a new subscription instead");
        }
        checkNotices(draft, present);
        Subscription changed = present.with(draft, clock.instant());
        if (!repository.update(changed)) {
            throw ProblemException.conflict("It was changed by somebody else at the same moment; try again.");
        }
        prove(changed, draft.proofs());
        audit.changed(caller.name(), "CHANGED", present, changed);
        Subscription.State target = targetState(present, draft);
        return target == present.state()
                ? changed
                : subscriptions.move(caller.name(), target.name(), changed, target, null, null);
    }

    @Transactional
    void delete(UUID id) {
        Subscription present = get(id);
        repository.delete(id);
        audit.removed(caller.name(), present);
    }

    @Transactional
    SigningSecret rotateSecret(UUID id, Duration overlap) {
        Subscription present = get(id);
        if (!(present.channel() instanceof Channel.Webhook)) {
            throw ProblemException.conflict("Only webhooks have a signing secret.");
        }
        audit.touched(caller.name(), "SECRET_ROTATED", present);
        return secrets.rotate(id, overlap);
    }

    /** A subscription with the names, but not the values, of what its receiver recognises us by. */
    @Transactional
    SubscriptionView view(Subscription subscription) {
        SubscriptionView view = SubscriptionView.from(subscription);
        if (!(subscription.channel() instanceof Channel.Webhook webhook)) {
            return view;
        }
        List<UUID> one = List.of(subscription.id());
        SealedSettings.Settings settings = sealed.of(one).getOrDefault(subscription.id(), SealedSettings.Settings.NONE);
        List<SigningKey> keys =
                webhook.options().asymmetric() ? signing(subscription.id()).keys() : List.of();
        return view.with(
                settings.headers().keySet().stream().sorted().toList(),
                settings.certificate() != null,
                keys.stream().map(SigningKey::publicText).toList());
    }

    /** What a subscription's webhooks are signed with. */
    @Transactional
    SigningSecrets.Signing signing(UUID id) {
        return secrets.valid(List.of(id), List.of(id)).getOrDefault(id, SigningSecrets.Signing.NONE);
    }

    private void prove(Subscription subscription, Proofs proofs) {
        if (!(subscription.channel() instanceof Channel.Webhook webhook)) {
            return;
        }
        if (proofs.headers() != null) {
            sealed.headers(subscription.id(), proofs.headers());
        }
        if (proofs.certificateGiven()) {
            sealed.certificate(subscription.id(), proofs.certificate());
        }
        if (webhook.options().asymmetric()) {
            secrets.ensureKey(subscription.id());
        }
    }

    /** Which sources there are is for admins to know; who may not ask for all may keep what an admin has set. */
    private void checkNotices(SubscriptionDraft draft, @Nullable Subscription present) {
        boolean kept = present != null && present.sourceNotices() == SourceNotices.ALL;
        if (draft.sourceNotices() == SourceNotices.ALL && !kept && !caller.admin()) {
            throw invalid("/sourceNotices", "only an admin can ask for notices of all sources");
        }
    }

    private UUID organisation(SubscriptionDraft draft) {
        UUID only = caller.onlyOrganisation();
        UUID organisation = draft.organisation() == null ? only : draft.organisation();
        if (organisation == null) {
            throw invalid("/organisation", "is required");
        }
        if (!caller.mayActFor(organisation) || !repository.organisationExists(organisation)) {
            throw invalid("/organisation", "there is no such organisation");
        }
        return organisation;
    }

    private Subscription.State firstState(SubscriptionDraft draft) {
        if (draft.state() == Subscription.State.PAUSED) {
            return Subscription.State.PAUSED;
        }
        return mustConfirm(draft) ? Subscription.State.PENDING : Subscription.State.ACTIVE;
    }

    /** A new address must be confirmed again; what the recipient ended, only the recipient's confirmation resumes. */
    private Subscription.State targetState(Subscription present, SubscriptionDraft draft) {
        boolean newAddress = !present.channel().target().equals(draft.channel().target());
        boolean email = present.channel() instanceof Channel.Email;
        boolean resumed = draft.state() == Subscription.State.ACTIVE;
        if (mustConfirm(draft) && (newAddress || resumed && present.state() == Subscription.State.UNSUBSCRIBED)) {
            return Subscription.State.PENDING;
        }
        if (email && present.state() == Subscription.State.PENDING && !confirmedByAdmin(draft)) {
            return Subscription.State.PENDING;
        }
        return draft.state() == null ? present.state() : draft.state();
    }

    private boolean mustConfirm(SubscriptionDraft draft) {
        return doubleOptIn && draft.channel() instanceof Channel.Email && !confirmedByAdmin(draft);
    }

    private boolean confirmedByAdmin(SubscriptionDraft draft) {
        if (draft.confirmed() && !caller.admin()) {
            throw invalid("/confirmed", "only an admin can vouch for a confirmation");
        }
        return draft.confirmed();
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.invalid(
                "The subscription cannot be accepted as it is.", List.of(new FieldError(pointer, detail)));
    }
}
