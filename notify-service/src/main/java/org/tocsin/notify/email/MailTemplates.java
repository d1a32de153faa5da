package org.tocsin.notify.email;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The two parts of each mail. */
@CheckedTemplate(basePath = "mail")
final class MailTemplates {

    private MailTemplates() {}

    static native TemplateInstance alertHtml(AlertMail mail);

    static native TemplateInstance alertText(AlertMail mail);

    static native TemplateInstance digestHtml(DigestMail mail);

    static native TemplateInstance digestText(DigestMail mail);

    static native TemplateInstance ownHtml(OwnMail mail);

    static native TemplateInstance ownText(OwnMail mail);
}
