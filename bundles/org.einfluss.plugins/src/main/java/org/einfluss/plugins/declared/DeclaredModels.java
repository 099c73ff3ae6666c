package org.einfluss.plugins.declared;

import org.einfluss.plugins.SourceTranslator;
import org.osgi.service.component.annotations.Component;

/** Takes models declared in YAML to Java. */
@Component(
        service = SourceTranslator.class,
        property = {SourceTranslator.EXTENSIONS + "=yaml", SourceTranslator.EXTENSIONS + "=yml"})
public final class DeclaredModels implements SourceTranslator {
    /** For the registry, and for use as a plain library. */
    public DeclaredModels() {}

    @Override
    public Translation translate(String file, String text) {
        DeclarationReader.Outcome read = DeclarationReader.read(file, text);
        return read.declaration().map(JavaWriter::write).orElseGet(() -> Translation.failed(read.problems()));
    }
}
