package org.tocsin.monitor.text;

import org.apache.lucene.util.AttributeImpl;
import org.apache.lucene.util.AttributeReflector;

/** Found by Lucene through its name. */
public final class LightAttributeImpl extends AttributeImpl implements LightAttribute {

    private String light = "";

    @Override
    public String light() {
        return light;
    }

    @Override
    public void setLight(String light) {
        this.light = light;
    }

    @Override
    public void clear() {
        light = "";
    }

    @Override
    public void reflectWith(AttributeReflector reflector) {
        reflector.reflect(LightAttribute.class, "light", light);
    }

    @Override
    public void copyTo(AttributeImpl target) {
        ((LightAttribute) target).setLight(light);
    }
}
