package org.einfluss.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Names a contributed component.
 *
 * <p>The id stands in experiment files and results and never changes. It is also a service property
 * ({@code einfluss.id} and so on), so that a listing loads no class.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ComponentPropertyType
@ProviderType
public @interface Described {
    /** Prefix of the service properties. */
    String PREFIX_ = "einfluss.";

    /** Returns the stable id in kebab-case, for example {@code watts-threshold}. */
    String id();

    /** Returns the name in the field's standard terms, in English. */
    String name();

    /** Returns one or two sentences on what it does. */
    String summary() default "";

    /** Returns the sources, each a DOI ({@code doi:10.1073/pnas.082090499}) or a short reference. */
    String[] cite() default {};
}
