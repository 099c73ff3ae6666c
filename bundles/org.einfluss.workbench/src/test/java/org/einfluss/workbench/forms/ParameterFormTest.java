package org.einfluss.workbench.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.einfluss.api.Param;
import org.einfluss.engine.parameters.Levels;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.workbench.texts.Texts;
import org.junit.jupiter.api.Test;

class ParameterFormTest {
    private final List<String> told = new ArrayList<>();

    /** One of two laws. */
    sealed interface Law {
        record Constant(
                @Param(value = "Value", initial = "0.5") double value) implements Law {}

        record Normal(
                @Param("Mean") double mean, @Param("Spread") double spread) implements Law {}
    }

    record Settings(
            @Param(value = "Size", initial = "10", range = "[1,inf)", unit = "nodes", symbol = "n", help = "How many")
            int size,

            @Param(value = "Law", initial = "{kind: constant}")
            Law law,

            @Param(value = "Scale", initial = "linear") Levels.Scale scale,

            @Param(value = "Loud", initial = "false", advanced = true)
            boolean loud) {}

    @Test
    void labelsHaveSymbolAndUnitAndControlsTheDefault() {
        ParameterForm form = form("");
        assertTrue(labels(form).contains("Size n (nodes)"), labels(form)::toString);
        assertEquals("10", ((JTextField) find(form, "f.size")).getText());
        String tip = ((JTextField) find(form, "f.size")).getToolTipText();
        assertTrue(tip.contains("How many") && tip.contains("[1, ∞)") || tip.contains("[1, inf"), tip);
    }

    @Test
    void aChangeTellsAllSettings() {
        type(form("law: {kind: normal, mean: 1, spread: 2}"), "f.size", "20");
        assertEquals(List.of("{law: {kind: normal, mean: 1, spread: 2}, size: 20}"), told);
    }

    @Test
    void aNestedChangeKeepsTheKind() {
        type(form("law: {kind: normal, mean: 1, spread: 2}"), "f.law.mean", "3");
        assertEquals(List.of("{law: {kind: normal, mean: 3, spread: 2}}"), told);
    }

    @Test
    void anotherKindBeginsWithItsDefaults() {
        ((JComboBox<?>) find(form(""), "f.law")).setSelectedItem("normal");
        assertEquals(List.of("{law: {kind: normal}}"), told);
    }

    @Test
    void varyMakesAFactorAndItsLevelsAreAListOrARange() {
        ((AbstractButton) find(form(""), "f.size.vary")).doClick();
        assertEquals(List.of("{size: [10]}"), told);
        told.clear();
        type(form("size: [10]"), "f.size", "10, 20, 40");
        assertEquals(List.of("{size: [10, 20, 40]}"), told);
        told.clear();
        type(form("size: [10]"), "f.size", "{from: 10, to: 40, step: 10}");
        assertEquals(1, told.size());
        assertTrue(told.get(0).startsWith("{size: {vary: {from: 10, to: 40, step: 10"), told::toString);
    }

    @Test
    void levelsTurnIntoARangeAndBackWithTheSameEnds() {
        ((JComboBox<?>) find(form("size: [10, 20, 40]"), "f.size.way")).setSelectedIndex(1);
        assertEquals(List.of("{size: {vary: {from: 10, to: 40, step: 15, scale: linear}}}"), told);
        told.clear();
        ((JComboBox<?>) find(form("size: {vary: {from: 10, to: 40, step: 15}}"), "f.size.way")).setSelectedIndex(0);
        assertEquals(List.of("{size: [10, 25, 40]}"), told);
        told.clear();
        ((JComboBox<?>) find(form("size: [1, 10, 100]"), "f.size.way")).setSelectedIndex(3);
        assertEquals(List.of("{size: {vary: {from: 1, to: 100, levels: 3, scale: log}}}"), told);
    }

    @Test
    void partsOfARangeAreChangedAndItsLevelsShown() {
        ParameterForm form = form("size: {vary: {from: 10, to: 40, step: 15}}");
        assertEquals("3 levels: 10, 25, 40", ((JTextArea) find(form, "f.size.levels")).getText());
        type(form, "f.size.step", "10");
        assertEquals(List.of("{size: {vary: {from: 10, to: 40, step: 10, scale: linear}}}"), told);
    }

    @Test
    void aWrongRangeIsToldInPlaceAndNothingChanges() {
        ParameterForm form = form("size: {vary: {from: 10, to: 40, step: 15}}");
        type(form, "f.size.to", "5");
        assertEquals(List.of(), told);
        String sentence = ((JTextArea) find(form, "f.size.levels")).getText();
        assertTrue(sentence.contains("'from' below 'to'"), sentence);
    }

    @Test
    void levelsOfAChoiceAreTickedInTheOrderOfTheChoices() {
        ((AbstractButton) find(form("scale: [log]"), "f.scale.linear")).doClick();
        assertEquals(List.of("{scale: [linear, log]}"), told);
        told.clear();
        ((AbstractButton) find(form("scale: [log]"), "f.scale.log")).doClick();
        assertEquals(List.of(), told, "a factor without levels");
    }

    @Test
    void resetTakesTheDefaultAgain() {
        ((AbstractButton) find(form("size: 99"), "f.size.reset")).doClick();
        assertEquals(List.of("{}"), told);
    }

    @Test
    void seldomChangedParametersAreFolded() {
        ParameterForm form = form("");
        assertTrue(!find(form, "f.loud").isVisible());
        ((AbstractButton) find(form, "f.advanced")).doClick();
        assertTrue(find(form, "f.loud").isVisible());
    }

    private ParameterForm form(String yaml) {
        Setting.Fields settings = yaml.isEmpty() ? Setting.Fields.NONE : YamlSettings.read(yaml, "test");
        return new ParameterForm(
                "f",
                ParameterSchema.of(Settings.class),
                settings,
                true,
                ParameterForm.Choices.NONE,
                new Texts(Locale.ENGLISH),
                changed -> told.add(changed.flow()));
    }

    private static void type(ParameterForm form, String name, String text) {
        JTextField field = (JTextField) find(form, name);
        field.setText(text);
        field.postActionEvent();
    }

    private static List<String> labels(Container form) {
        List<String> labels = new ArrayList<>();
        for (Component component : form.getComponents()) {
            if (component instanceof JLabel label) {
                labels.add(label.getText());
            }
        }
        return labels;
    }

    private static Component find(Container container, String name) {
        for (Component component : container.getComponents()) {
            if (name.equals(component.getName())) {
                return component;
            }
            if (component instanceof Container inner && !(component instanceof JComboBox)) {
                Component found = findIn(inner, name);
                if (found != null) {
                    return found;
                }
            }
        }
        throw new AssertionError("There is no " + name);
    }

    private static Component findIn(Container container, String name) {
        try {
            return find(container, name);
        } catch (AssertionError none) {
            return null;
        }
    }
}
